import { followed } from './followed';
import { asSchema, listOf } from './readSchema';
import { SchemaNode } from './SchemaNode';
import { wordOf } from '../text/wordOf';

/** Words whose negation is one alternative, or few. */
const SIMPLE = new Set([
  'type',
  'enum',
  'const',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'title',
  'description',
]);

/** More members than this are not told apart one by one. */
const MOST_MEMBERS = 6;

/** How the members of a `oneOf` exclude each other. */
export type Exclusion =
  /** No value is valid for two of them: `oneOf` is `anyOf`. */
  | 'disjoint'
  /** Some may be, and saying so is simple enough. */
  | 'exact'
  /** Some may be, and which is not worked out. */
  | 'open';

/** Looks at the members of a `oneOf`; `typed`: the schema around them says of which type values are. */
export function exclusionOf(
  members: readonly SchemaNode[],
  typed: boolean,
): Exclusion {
  if (members.length < 2) return 'disjoint';
  const disjoint = members.every((member, index) =>
    members.slice(index + 1).every(other => areDisjoint(member, other)),
  );
  if (disjoint) return 'disjoint';
  return members.length <= MOST_MEMBERS &&
    members.every(member => isSimple(member, typed))
    ? 'exact'
    : 'open';
}

/**
 * Whether a schema says little enough to be turned around. A word such as `maxLength` allows everything that is no text; who writes
 * it without a type hardly means that, so such a member is left open.
 */
function isSimple(node: SchemaNode, typed: boolean): boolean {
  const schema = asSchema(node.value);
  if (!schema) return true;
  const words = Object.keys(schema);
  return (
    words.every(word => SIMPLE.has(word)) &&
    (typed || words.some(word => /^(type|enum|const)$/.test(word)))
  );
}

function areDisjoint(a: SchemaNode, b: SchemaNode): boolean {
  const left = asSchema(followed(a).value);
  const right = asSchema(followed(b).value);
  if (!left || !right) return false;
  const types = typesOf(left);
  const others = typesOf(right);
  if (types && others && !types.some(type => others.includes(type))) {
    return true;
  }
  if (!types?.every(type => type === 'object')) return false;
  return listOf(left.required).some(name => {
    if (!listOf(right.required).includes(name)) return false;
    const values = fixedValues(left, wordOf(name), a);
    const otherValues = fixedValues(right, wordOf(name), b);
    if (!values || !otherValues) return false;
    return !values.some(value => otherValues.includes(value));
  });
}

function typesOf(schema: Record<string, unknown>): unknown[] | undefined {
  if (schema.type === undefined) return undefined;
  const types = listOf(schema.type);
  return types.includes('number') ? [...types, 'integer'] : types;
}

/** The values of a property, as text, where they are listed. */
function fixedValues(
  schema: Record<string, unknown>,
  name: string,
  node: SchemaNode,
): string[] | undefined {
  const property = asSchema(schema.properties)?.[name];
  const own = asSchema(followed({ ...node, value: property }).value);
  if (!own) return undefined;
  if (own.const !== undefined) return [JSON.stringify(own.const)];
  return Array.isArray(own.enum)
    ? own.enum.map(value => JSON.stringify(value))
    : undefined;
}
