import { canonical } from '../text/canonical';
import { Located } from './ApiDocument';
import { isObject } from '../text/isObject';
import { outline } from './outline';
import { SchemaContext } from './SchemaPair';

/** Members of two lists of schemas: those that belong together, and those that are in one only. */
export interface Matching {
  matched: [Located, Located][];
  added: Located[];
  removed: Located[];
}

interface Member {
  located: Located;
  /** The name of the shared schema, where it is one. */
  reference: string | undefined;
}

/**
 * Matches the members of `allOf`, `anyOf` or `oneOf`: by the shared schema they name, then by what they say, then by their title or
 * their fixed values, and a last one with a last one. Their order means nothing.
 */
export function matchMembers(
  base: Located,
  revision: Located,
  word: string,
  context: SchemaContext,
): Matching {
  let left = membersOf(base, word, context.baseChild);
  let right = membersOf(revision, word, context.revisionChild);
  const matched: [Located, Located][] = [];
  const matchBy = (key: (member: Member) => string | undefined) => {
    const rest: Member[] = [];
    for (const member of left) {
      const wanted = key(member);
      const other =
        wanted === undefined
          ? undefined
          : right.find(candidate => key(candidate) === wanted);
      if (other) {
        matched.push([member.located, other.located]);
        right = right.filter(candidate => candidate !== other);
      } else {
        rest.push(member);
      }
    }
    left = rest;
  };
  matchBy(({ reference }) => reference);
  matchBy(({ located }) => outline(located.value, true));
  matchBy(({ located }) => outline(located.value, false));
  matchBy(({ located }) => hallmark(located.value));
  const lastInline =
    left.length === 1 &&
    right.length === 1 &&
    !(left[0].reference && right[0].reference);
  if (lastInline) matchBy(() => 'the last one');
  return {
    matched,
    removed: left.map(({ located }) => located),
    added: right.map(({ located }) => located),
  };
}

function membersOf(
  schema: Located,
  word: string,
  child: SchemaContext['baseChild'],
): Member[] {
  const list = schema.value[word];
  if (!Array.isArray(list)) return [];
  return list.flatMap((item, index) => {
    const located = child(schema, word, index);
    if (!located) return [];
    const named = isObject(item) && typeof item.$ref === 'string';
    return [{ located, reference: named ? (item.$ref as string) : undefined }];
  });
}

/** What people recognise a member by: its title, or the values that are fixed in it. */
function hallmark(schema: Readonly<Record<string, unknown>>) {
  if (typeof schema.title === 'string') return schema.title;
  if (!isObject(schema.properties)) return undefined;
  const fixed = Object.entries(schema.properties).flatMap(
    ([name, property]) => {
      if (!isObject(property)) return [];
      const value = property.const ?? onlyValue(property.enum);
      return value === undefined ? [] : [`${name}=${canonical(value)}`];
    },
  );
  return fixed.length > 0 ? fixed.sort().join('&') : undefined;
}

function onlyValue(list: unknown): unknown {
  return Array.isArray(list) && list.length === 1 ? list[0] : undefined;
}
