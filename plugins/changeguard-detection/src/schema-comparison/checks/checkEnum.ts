import { canonical } from '../../text/canonical';
import { SchemaCheck, SchemaDifference } from '../SchemaPair';

/** Values that joined or left a list, and lists that came or went. */
export const checkEnum: SchemaCheck = (base, revision) => [
  ...compareLists(base.value, revision.value, 'enum', ''),
  ...compareLists(
    base.value,
    revision.value,
    'x-extensible-enum',
    'x-extensible-',
  ),
];

function compareLists(
  base: Readonly<Record<string, unknown>>,
  revision: Readonly<Record<string, unknown>>,
  word: string,
  prefix: string,
): SchemaDifference[] {
  const before = listAt(base, word);
  const after = listAt(revision, word);
  if (!before && !after) return [];
  const lists = { before: base[word], after: revision[word] };
  if (!before) return [{ change: `became-${prefix}enum`, word, ...lists }];
  if (!after) return [{ change: `became-not-${prefix}enum`, word, ...lists }];
  return [
    ...[...before]
      .filter(([key]) => !after.has(key))
      .map(([key, value]) => ({
        change: `${prefix}enum-value-removed`,
        word,
        name: key,
        before: value,
      })),
    ...[...after]
      .filter(([key]) => !before.has(key))
      .map(([key, value]) => ({
        change: `${prefix}enum-value-added`,
        word,
        name: key,
        after: value,
      })),
  ];
}

function listAt(
  schema: Readonly<Record<string, unknown>>,
  word: string,
): Map<string, unknown> | undefined {
  const list = schema[word];
  if (!Array.isArray(list)) return undefined;
  return new Map(
    list
      .filter(value => value !== null)
      .map(value => [canonical(value), value]),
  );
}
