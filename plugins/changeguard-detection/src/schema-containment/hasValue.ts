import { canonical } from '../text/canonical';

/** Shorter lists are looked through. */
const FEW = 8;

const known = new WeakMap<readonly unknown[], ReadonlySet<unknown>>();

/** Whether a list, which is never changed, has a JSON value; a list of a million values is put into order once. */
export function hasValue(list: readonly unknown[], value: unknown): boolean {
  if (list.length === 0) return false;
  const keys = known.get(list) ?? new Set(list.map(keyOf));
  if (list.length > FEW) known.set(list, keys);
  return keys.has(keyOf(value));
}

/** Values are the same when their keys are: objects by their text, whatever the order of their members. */
function keyOf(value: unknown): unknown {
  if (typeof value === 'string') return `"${value}`;
  return typeof value === 'object' && value !== null ? canonical(value) : value;
}
