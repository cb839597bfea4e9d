import { SchemaCheck, SchemaDifference } from '../SchemaPair';

/** Keywords that bound a number, and what rule ids call them. */
const LIMITS = [
  ['maximum', 'max'],
  ['minimum', 'min'],
  ['exclusiveMaximum', 'exclusive-max'],
  ['exclusiveMinimum', 'exclusive-min'],
  ['maxLength', 'max-length'],
  ['minLength', 'min-length'],
  ['maxItems', 'max-items'],
  ['minItems', 'min-items'],
  ['maxProperties', 'max-properties'],
  ['minProperties', 'min-properties'],
  ['maxContains', 'max-contains'],
  ['minContains', 'min-contains'],
] as const;

/** Bounds that were set, taken away, raised or lowered. */
export const checkLimits: SchemaCheck = (base, revision) => {
  const found: SchemaDifference[] = [];
  for (const [word, noun] of LIMITS) {
    const before = limitOf(base.value, word);
    const after = limitOf(revision.value, word);
    if (before === after) continue;
    found.push({
      change: `${noun}-${changeOf(before, after)}`,
      word,
      before,
      after,
    });
  }
  return [...found, ...exclusiveFlags(base.value, revision.value)];
};

function changeOf(before: number | undefined, after: number | undefined) {
  if (before === undefined) return 'set';
  if (after === undefined) return 'unset';
  return after > before ? 'increased' : 'decreased';
}

/** A bound that says nothing, such as a minimum length of 0, is none. */
function limitOf(
  schema: Readonly<Record<string, unknown>>,
  word: string,
): number | undefined {
  const value = schema[word];
  if (typeof value !== 'number') return undefined;
  const isCount = /^min(Length|Items|Properties)$/.test(word);
  return isCount && value === 0 ? undefined : value;
}

/** Before 3.1 an exclusive bound is a flag beside the bound; setting it makes the bound itself stricter. */
function exclusiveFlags(
  base: Readonly<Record<string, unknown>>,
  revision: Readonly<Record<string, unknown>>,
): SchemaDifference[] {
  return (
    [
      ['exclusiveMaximum', 'maximum', 'max-decreased', 'max-increased'],
      ['exclusiveMinimum', 'minimum', 'min-increased', 'min-decreased'],
    ] as const
  ).flatMap(([word, bound, stricter, looser]) => {
    if (typeof base[bound] !== 'number') return [];
    if (base[bound] !== revision[bound]) return [];
    const before = base[word] === true;
    const after = revision[word] === true;
    if (before === after) return [];
    return [{ change: after ? stricter : looser, word, before, after }];
  });
}
