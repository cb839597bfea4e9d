import { Located } from '../ApiDocument';
import { isObject } from '../../text/isObject';
import { SchemaContext } from '../SchemaPair';

/** The types a schema allows. */
export interface Types {
  /** Without null; empty: any. */
  types: ReadonlySet<string>;
  nullable: boolean;
  format: string | undefined;
}

/** What a schema says about types by itself. */
export function typesOf(schema: Readonly<Record<string, unknown>>): Types {
  const { type } = schema;
  const list = (Array.isArray(type) ? type : [type]).filter(
    (one): one is string => typeof one === 'string',
  );
  return {
    types: new Set(list.filter(one => one !== 'null')),
    nullable:
      list.includes('null') ||
      schema.nullable === true ||
      (Array.isArray(schema.enum) && schema.enum.includes(null)),
    format: typeof schema.format === 'string' ? schema.format : undefined,
  };
}

const ANNOTATIONS = new Set(['type', 'title', 'description', 'example']);

/**
 * The types of a schema that is nothing but a choice of types: `oneOf` or `anyOf` of members that say a type and nothing else.
 * Undefined for any other.
 */
export function listedTypes(
  schema: Located,
  child: SchemaContext['baseChild'],
): ReadonlySet<string> | undefined {
  for (const word of ['oneOf', 'anyOf']) {
    const members = schema.value[word];
    if (!Array.isArray(members) || members.length === 0) continue;
    if (schema.value.type !== undefined) return undefined;
    const types = members.map((_, index) => {
      const member = child(schema, word, index);
      return member && pureType(member.value);
    });
    if (types.every((type): type is string => type !== undefined)) {
      return new Set(types);
    }
  }
  return undefined;
}

function pureType(schema: unknown): string | undefined {
  if (!isObject(schema) || typeof schema.type !== 'string') return undefined;
  return Object.keys(schema).every(key => ANNOTATIONS.has(key))
    ? schema.type
    : undefined;
}
