import { canonical } from '../text/canonical';
import { Located } from './ApiDocument';
import { isObject } from '../text/isObject';
import { likeness, statementsOf } from './likeness';
import { outline } from './outline';
import { SchemaContext } from './SchemaPair';

/** More pairs of members than this are not weighed against each other. */
const MOST_PAIRS = 2_500;

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
 * their fixed values, then a last one with a last one, or what is left with what is most like it. Their order means nothing.
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
    const waiting = byKey(right, key);
    const taken = new Set<Member>();
    left = left.filter(member => {
      const wanted = key(member);
      const other =
        wanted === undefined ? undefined : waiting.get(wanted)?.shift();
      if (!other) return true;
      matched.push([member.located, other.located]);
      taken.add(other);
      return false;
    });
    right = right.filter(member => !taken.has(member));
  };
  matchBy(({ reference }) => reference);
  // An outline ends somewhere: what is the same to the end comes first.
  matchBy(({ located }) => canonical(located.value));
  matchBy(({ located }) => outline(located.value, true));
  matchBy(({ located }) => outline(located.value, false));
  matchBy(({ located }) => hallmark(located.value));
  const lastInline =
    left.length === 1 &&
    right.length === 1 &&
    !(left[0].reference && right[0].reference);
  if (lastInline) matchBy(() => 'the last one');
  for (const [member, other] of closest(left, right)) {
    matched.push([member.located, other.located]);
    left = left.filter(one => one !== member);
    right = right.filter(one => one !== other);
  }
  return {
    matched,
    removed: left.map(({ located }) => located),
    added: right.map(({ located }) => located),
  };
}

/** Members by what they are known by: a key may be a long text, so each member's is made once. */
function byKey(
  members: readonly Member[],
  key: (member: Member) => string | undefined,
): Map<string, Member[]> {
  const found = new Map<string, Member[]>();
  for (const member of members) {
    const known = key(member);
    if (known === undefined) continue;
    const same = found.get(known);
    if (same) same.push(member);
    else found.set(known, [member]);
  }
  return found;
}

/** Members of both lists that are like each other, those that are most alike first. */
function closest(
  left: readonly Member[],
  right: readonly Member[],
): [Member, Member][] {
  if (left.length * right.length > MOST_PAIRS) return [];
  const said = new Map(
    [...left, ...right].map(member => [
      member,
      statementsOf(member.located.value),
    ]),
  );
  const pairs = left.flatMap(member =>
    right
      .filter(other => sameType(member.located, other.located))
      .map(other => ({
        pair: [member, other] as [Member, Member],
        score: likeness(said.get(member)!, said.get(other)!),
        // Of two that are as much alike, their order in the text must not decide.
        text: [member, other]
          .map(({ located }) => outline(located.value, true))
          .join(' '),
      }))
      .filter(({ score }) => score > 0),
  );
  pairs.sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1));
  const taken = new Set<Member>();
  return pairs.flatMap(({ pair }) => {
    if (pair.some(member => taken.has(member))) return [];
    pair.forEach(member => taken.add(member));
    return [pair];
  });
}

function sameType(a: Located, b: Located): boolean {
  return canonical(a.value.type) === canonical(b.value.type);
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
