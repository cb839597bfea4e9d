import { Located } from '../ApiDocument';
import { SchemaCheck, SchemaDifference } from '../SchemaPair';
import { matchMembers } from '../matchMembers';
import { ANNOTATIONS } from '../annotations';
import { optionalAdditions } from '../optionalAdditions';
import { listedTypes } from './typesOf';

const WORDS = [
  ['allOf', 'all-of'],
  ['anyOf', 'any-of'],
  ['oneOf', 'one-of'],
] as const;

/** Members that joined or left `allOf`, `anyOf` and `oneOf`. */
export const checkComposition: SchemaCheck = (base, revision, context) => {
  const typed =
    listedTypes(base, context.baseChild) ??
    listedTypes(revision, context.revisionChild);
  const { baseChild, revisionChild } = context;
  const children = { base: baseChild, revision: revisionChild };
  return WORDS.flatMap(([word, noun]): SchemaDifference[] => {
    if (typed && word !== 'allOf') return [];
    const { added, removed } = matchMembers(base, revision, word, context);
    const hadNone = !Array.isArray(base.value[word]);
    const hasNone = !Array.isArray(revision.value[word]);
    if (word !== 'allOf' && hadNone && added.length > 0) {
      const after = revision.value[word];
      return [{ change: `wrapped-in-${noun}`, word, after }];
    }
    if (word !== 'allOf' && hasNone && removed.length > 0) {
      const before = base.value[word];
      return [{ change: `unwrapped-from-${noun}`, word, before }];
    }
    return [
      ...removed.map(member => ({
        change: `${noun}-removed${suffix(word, member)}`,
        word,
        name: nameOf(member),
        before: member.value,
      })),
      ...added.flatMap(member => {
        const properties =
          word === 'allOf' && optionalAdditions(base, member, children);
        if (properties) return properties;
        const change = `${noun}-added${suffix(word, member)}`;
        return [{ change, word, name: nameOf(member), after: member.value }];
      }),
    ];
  });
};

/** A member that refuses nothing changes nothing. */
function suffix(word: string, member: Located): string {
  const silent = Object.keys(member.value).every(
    key => ANNOTATIONS.has(key) || key.startsWith('x-'),
  );
  return word === 'allOf' && silent ? '-annotation-only' : '';
}

/** What people may recognise a member by. */
function nameOf({ value }: Located): string {
  if (typeof value.title === 'string') return value.title;
  return typeof value.type === 'string' ? `of type ${value.type}` : 'a schema';
}
