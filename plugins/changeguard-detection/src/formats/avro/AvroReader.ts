import { Misfit } from '../../form/misfitsOf';
import { childPointer } from '../../text/JsonPointer';
import { wordOf } from '../../text/wordOf';
import { AvroField, AvroNode } from './AvroNode';
import { isOf } from './isOf';
import { LogicalType, logicalTypeOf } from './LogicalType';

const PRIMITIVES = new Set([
  'null',
  'boolean',
  'int',
  'long',
  'float',
  'double',
  'bytes',
  'string',
]);

/** More branches than this are no union that anybody writes, and are compared pair by pair. */
const MOST_BRANCHES = 1_000;

/** What is wrong with a schema, as a sentence. */
export class AvroMistake extends Error {}

type Json = Readonly<Record<string, unknown>>;

/** Reads JSON as a schema; names may be used within and after the type that bears them. */
export class AvroReader {
  private readonly named = new Map<string, AvroNode>();
  /** Defaults that readers refuse, because they are not of their field's type. */
  readonly misfits: Misfit[] = [];

  /** @throws AvroMistake - when the value is no schema. */
  read(value: unknown, pointer = '', namespace = ''): AvroNode {
    if (typeof value === 'string')
      return this.byName(value, pointer, namespace);
    if (Array.isArray(value)) return this.union(value, pointer, namespace);
    if (typeof value !== 'object' || value === null) {
      throw new AvroMistake(`${wordOf(value)} at '${pointer}' is no schema.`);
    }
    const schema = value as Json;
    const at = (key: string) => childPointer(pointer, key);
    switch (schema.type) {
      case 'array':
        return {
          kind: 'array',
          pointer,
          logicalType: logicalTypeOf(schema, pointer),
          items: this.read(schema.items, at('items'), namespace),
        };
      case 'map':
        return {
          kind: 'map',
          pointer,
          logicalType: logicalTypeOf(schema, pointer),
          items: this.read(schema.values, at('values'), namespace),
        };
      case 'fixed':
        return this.fixed(schema, pointer, namespace);
      case 'enum':
        return this.define(schema, pointer, namespace, names => ({
          ...names,
          kind: 'enum',
          symbols: texts(schema.symbols, at('symbols')),
          fallback:
            typeof schema.default === 'string' ? schema.default : undefined,
        }));
      case 'record':
      case 'error':
        return this.record(schema, pointer, namespace);
      default:
        return withMeaning(
          this.read(schema.type, at('type'), namespace),
          schema,
          pointer,
        );
    }
  }

  private byName(name: string, pointer: string, namespace: string): AvroNode {
    if (PRIMITIVES.has(name)) return { kind: 'primitive', pointer, type: name };
    const node =
      this.named.get(qualified(name, namespace)) ?? this.named.get(name);
    if (node) return node;
    throw new AvroMistake(
      `The type ${name} at '${pointer}' is not in the schema.`,
    );
  }

  private fixed(schema: Json, pointer: string, namespace: string): AvroNode {
    const size = sizeOf(schema, pointer);
    return this.define(schema, pointer, namespace, names => ({
      ...names,
      kind: 'fixed',
      size,
    }));
  }

  private union(
    values: unknown[],
    pointer: string,
    namespace: string,
  ): AvroNode {
    if (values.length > MOST_BRANCHES) {
      throw new AvroMistake(
        `The union at '${pointer}' has more than ${MOST_BRANCHES} branches.`,
      );
    }
    return {
      kind: 'union',
      pointer,
      branches: values.map((one, index) =>
        this.read(one, childPointer(pointer, index), namespace),
      ),
    };
  }

  private record(schema: Json, pointer: string, namespace: string): AvroNode {
    const fields: AvroField[] = [];
    const record = this.define(schema, pointer, namespace, names => ({
      ...names,
      kind: 'record',
      fields,
    }));
    const inner = namespaceOf(schema, namespace);
    const list = childPointer(pointer, 'fields');
    const seen = new Set<string>();
    for (const [index, field] of items(schema.fields, list).entries()) {
      const at = childPointer(list, index);
      const { name, type, aliases, default: fallback } = Object(field) as Json;
      if (typeof name !== 'string' || seen.has(name)) {
        throw new AvroMistake(`The field at '${at}' needs a name of its own.`);
      }
      seen.add(name);
      const node = this.read(type, childPointer(at, 'type'), inner);
      const hasDefault = Object.hasOwn(field as object, 'default');
      if (hasDefault && !isOf(node, fallback)) {
        this.misfits.push({
          pointer: childPointer(at, 'default'),
          value: fallback,
          noun: 'a value of the type of its field',
        });
      }
      fields.push({
        pointer: at,
        name,
        aliases: aliases === undefined ? [] : texts(aliases, at),
        hasDefault,
        type: node,
      });
    }
    return record;
  }

  private define(
    schema: Json,
    pointer: string,
    namespace: string,
    build: (names: {
      pointer: string;
      logicalType?: LogicalType;
      name: string;
      fullName: string;
      aliases: string[];
    }) => AvroNode,
  ): AvroNode {
    if (typeof schema.name !== 'string' || schema.name === '') {
      throw new AvroMistake(`The type at '${pointer}' needs a name.`);
    }
    const own = namespaceOf(schema, namespace);
    const fullName = qualified(schema.name, own);
    if (this.named.has(fullName)) {
      throw new AvroMistake(`The type ${fullName} is defined twice.`);
    }
    const aliases =
      schema.aliases === undefined ? [] : texts(schema.aliases, pointer);
    const node = build({
      pointer,
      logicalType: logicalTypeOf(schema, pointer),
      fullName,
      name: unqualified(fullName),
      aliases: aliases.map(unqualified),
    });
    this.named.set(fullName, node);
    return node;
  }
}

/** A primitive with what its schema says of it; a schema within a schema has a say of its own. */
function withMeaning(node: AvroNode, schema: Json, pointer: string): AvroNode {
  return node.kind === 'primitive' && node.type === schema.type
    ? { ...node, logicalType: logicalTypeOf(schema, pointer) }
    : node;
}

function namespaceOf({ name, namespace }: Json, outer: string): string {
  const text = String(name);
  if (text.includes('.')) return text.slice(0, text.lastIndexOf('.'));
  return typeof namespace === 'string' ? namespace : outer;
}

function qualified(name: string, namespace: string): string {
  return name.includes('.') || namespace === '' ? name : `${namespace}.${name}`;
}

function unqualified(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function items(value: unknown, pointer: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new AvroMistake(`There has to be a list at '${pointer}'.`);
}

function texts(value: unknown, pointer: string): string[] {
  const list = items(value, pointer);
  if (list.every(one => typeof one === 'string')) return list as string[];
  throw new AvroMistake(`There has to be a list of names at '${pointer}'.`);
}

function sizeOf({ size }: Json, pointer: string): number {
  if (typeof size === 'number' && size >= 0) return size;
  throw new AvroMistake(`The type at '${pointer}' needs a size.`);
}
