import { canonical } from '../../text/canonical';
import { SchemaCheck, SchemaDifference } from '../SchemaPair';
import { isListOfOne } from './isListOfOne';

/** Values that joined or left a list, and lists that came or went. */
export const checkEnum: SchemaCheck = (base, revision) => [
  ...compareLists(
    asList(base.value, revision.value),
    asList(revision.value, base.value),
    'enum',
    '',
  ),
  ...compareLists(
    base.value,
    revision.value,
    'x-extensible-enum',
    'x-extensible-',
  ),
];

type Schema = Readonly<Record<string, unknown>>;

/** A schema whose single value is a list of one, where the other has a list. */
function asList(schema: Schema, other: Schema): Schema {
  return isListOfOne(schema, other)
    ? { ...schema, enum: [schema.const] }
    : schema;
}

function compareLists(
  base: Schema,
  revision: Schema,
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
  schema: Schema,
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
