import { canonical } from '../text/canonical';
import { Located } from './ApiDocument';
import { isObject } from '../text/isObject';
import { WORDS_FOR_PEOPLE } from '../text/keywords';
import { SchemaContext } from './SchemaPair';

type Schema = Readonly<Record<string, unknown>>;

/** Compositions within compositions beyond it are left as they are; they may contain themselves. */
const DEEPEST = 20;

const LOWEST = /^(maximum|max[A-Z]\w*|exclusiveMaximum)$/;
const HIGHEST = /^(minimum|min[A-Z]\w*|exclusiveMinimum)$/;

/** What holds when two schemas both hold, as one schema; undefined when that cannot be said in one. */
export function mergeSchemas(a: Schema, b: Schema): Schema | undefined {
  const merged: Record<string, unknown> = { ...a };
  for (const [word, value] of Object.entries(b)) {
    if (!Object.hasOwn(merged, word) || WORDS_FOR_PEOPLE.has(word)) {
      merged[word] = value;
      continue;
    }
    const both = mergeWord(word, merged[word], value);
    if (both === undefined) return undefined;
    merged[word] = both;
  }
  return merged;
}

function mergeWord(word: string, a: unknown, b: unknown): unknown {
  if (canonical(a) === canonical(b)) return a;
  if (typeof a === 'number' && typeof b === 'number') {
    if (LOWEST.test(word)) return Math.min(a, b);
    if (HIGHEST.test(word)) return Math.max(a, b);
    return undefined;
  }
  if (word === 'enum' && Array.isArray(a) && Array.isArray(b)) {
    const other = new Set(b.map(canonical));
    return a.filter(value => other.has(canonical(value)));
  }
  if (word === 'required' && Array.isArray(a) && Array.isArray(b)) {
    return [...new Set([...a, ...b])];
  }
  if (word === 'properties' && isObject(a) && isObject(b)) {
    return mergeProperties(a, b);
  }
  if (word === 'allOf' && Array.isArray(a) && Array.isArray(b)) {
    return [...a, ...b];
  }
  return undefined;
}

function mergeProperties(a: Schema, b: Schema): Schema | undefined {
  const merged: Record<string, unknown> = { ...a };
  for (const [name, schema] of Object.entries(b)) {
    const own = merged[name];
    if (own === undefined || canonical(own) === canonical(schema)) {
      merged[name] = schema;
    } else {
      return undefined;
    }
  }
  return merged;
}

/**
 * A schema with its `allOf` merged into it, for comparing it with one that says the same without; the schema as it is where
 * that cannot be done.
 */
export function withoutAllOf(
  schema: Located,
  child: SchemaContext['baseChild'],
  depth = 0,
): Located {
  const { allOf, ...own } = schema.value;
  if (!Array.isArray(allOf) || depth > DEEPEST) return schema;
  let merged: Schema | undefined = own;
  for (let index = 0; index < allOf.length; index++) {
    const member = child(schema, 'allOf', index);
    const flat: Located | undefined =
      member && withoutAllOf(member, child, depth + 1);
    if (!flat || flat.value.allOf !== undefined) return schema;
    merged = mergeSchemas(merged, flat.value);
    if (!merged) return schema;
  }
  return { value: merged, pointer: schema.pointer };
}
