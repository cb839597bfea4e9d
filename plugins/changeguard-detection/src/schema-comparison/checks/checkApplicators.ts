import { canonical } from '../../text/canonical';
import { isObject } from '../../text/isObject';
import { SchemaCheck, SchemaDifference } from '../SchemaPair';
import { wordOf } from '../../text/wordOf';

/** Keywords that hold one schema, by what rule ids call them. */
const SINGLE = [
  ['contains', 'contains'],
  ['propertyNames', 'property-names'],
  ['if', 'if'],
  ['then', 'then'],
  ['else', 'else'],
  ['unevaluatedItems', 'unevaluated-items'],
  ['unevaluatedProperties', 'unevaluated-properties'],
  ['contentSchema', 'content-schema'],
  ['not', 'not'],
] as const;

/** Keywords that hold schemas by name. */
const NAMED = [
  ['patternProperties', 'pattern-property'],
  ['dependentSchemas', 'dependent-schema'],
] as const;

/** Keywords of JSON Schema that apply further schemas, and those that speak of content. */
export const checkApplicators: SchemaCheck = (base, revision) => [
  ...SINGLE.flatMap(([word, noun]) => {
    const before = base.value[word];
    const after = revision.value[word];
    if ((before === undefined) === (after === undefined)) return [];
    const change = before === undefined ? `${noun}-added` : `${noun}-removed`;
    return [{ change, word, before, after }];
  }),
  ...NAMED.flatMap(([word, noun]) =>
    compareNames(base.value[word], revision.value[word]).map(one => ({
      ...one,
      change: `${noun}-${one.change}`,
      word,
    })),
  ),
  ...comparePrefix(base.value.prefixItems, revision.value.prefixItems),
  ...compareDependencies(
    base.value.dependentRequired,
    revision.value.dependentRequired,
  ),
  ...compareContent(base.value, revision.value),
];

function compareNames(before: unknown, after: unknown): SchemaDifference[] {
  const old = isObject(before) ? before : {};
  const now = isObject(after) ? after : {};
  return [
    ...Object.keys(old)
      .filter(name => !Object.hasOwn(now, name))
      .map(name => ({ change: 'removed', name, before: old[name] })),
    ...Object.keys(now)
      .filter(name => !Object.hasOwn(old, name))
      .map(name => ({ change: 'added', name, after: now[name] })),
  ];
}

function comparePrefix(before: unknown, after: unknown): SchemaDifference[] {
  const word = 'prefixItems';
  const old = Array.isArray(before) ? before.length : 0;
  const now = Array.isArray(after) ? after.length : 0;
  if (old === now) return [];
  const change = now > old ? 'prefix-items-added' : 'prefix-items-removed';
  return [{ change, word, before: old, after: now }];
}

function compareDependencies(
  before: unknown,
  after: unknown,
): SchemaDifference[] {
  const word = 'dependentRequired';
  const old = isObject(before) ? before : {};
  const now = isObject(after) ? after : {};
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .sort()
    .flatMap(name => {
      const was = sortedNames(old[name]);
      const is = sortedNames(now[name]);
      if (canonical(was) === canonical(is)) return [];
      let change = 'changed';
      if (was.length === 0) change = 'added';
      else if (is.length === 0) change = 'removed';
      return [
        {
          change: `dependent-required-${change}`,
          word,
          name,
          before: was,
          after: is,
        },
      ];
    });
}

function sortedNames(value: unknown): string[] {
  return Array.isArray(value) ? value.map(wordOf).sort() : [];
}

function compareContent(
  base: Readonly<Record<string, unknown>>,
  revision: Readonly<Record<string, unknown>>,
): SchemaDifference[] {
  return (
    [
      ['contentMediaType', 'content-media-type'],
      ['contentEncoding', 'content-encoding'],
    ] as const
  ).flatMap(([word, noun]) =>
    base[word] === revision[word]
      ? []
      : [
          {
            change: `${noun}-changed`,
            word,
            before: base[word],
            after: revision[word],
          },
        ],
  );
}
