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

/** Exclusive bounds that were flags before 3.1, and what they were flags of. */
const FLAGGED = [
  ['exclusiveMaximum', 'maximum', 'max-decreased', 'max-increased'],
  ['exclusiveMinimum', 'minimum', 'min-increased', 'min-decreased'],
] as const;

type Limited = Readonly<Record<string, unknown>>;

/** Bounds that were set, taken away, raised or lowered. */
export const checkLimits: SchemaCheck = (base, revision) => {
  const found: SchemaDifference[] = [];
  const old = alike(base.value, revision.value);
  const now = alike(revision.value, base.value);
  for (const [word, noun] of LIMITS) {
    const before = limitOf(old, word);
    const after = limitOf(now, word);
    if (before === after) continue;
    found.push({
      change: `${noun}-${changeOf(before, after)}`,
      word,
      before,
      after,
    });
  }
  return [...found, ...exclusiveFlags(old, now)];
};

/** A schema of which a bound that a flag makes exclusive is written as the exclusive bound that the other has: 3.1 writes it so. */
function alike(schema: Limited, other: Limited): Limited {
  let written = schema;
  for (const [word, bound] of FLAGGED) {
    if (schema[word] !== true || typeof other[word] !== 'number') continue;
    written = { ...written, [word]: schema[bound], [bound]: undefined };
  }
  return written;
}

function changeOf(before: number | undefined, after: number | undefined) {
  if (before === undefined) return 'set';
  if (after === undefined) return 'unset';
  return after > before ? 'increased' : 'decreased';
}

/** A bound that says nothing, such as a minimum length of 0, is none. */
function limitOf(schema: Limited, word: string): number | undefined {
  const value = schema[word];
  if (typeof value !== 'number') return undefined;
  const isCount = /^min(Length|Items|Properties)$/.test(word);
  return isCount && value === 0 ? undefined : value;
}

/** Before 3.1 an exclusive bound is a flag beside the bound; setting it makes the bound itself stricter. */
function exclusiveFlags(base: Limited, revision: Limited): SchemaDifference[] {
  return FLAGGED.flatMap(([word, bound, stricter, looser]) => {
    if (typeof base[bound] !== 'number') return [];
    if (base[bound] !== revision[bound]) return [];
    const before = base[word] === true;
    const after = revision[word] === true;
    if (before === after) return [];
    return [{ change: after ? stricter : looser, word, before, after }];
  });
}
