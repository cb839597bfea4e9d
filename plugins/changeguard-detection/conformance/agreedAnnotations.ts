import { Finding } from '../src/Finding';
import { Case } from './Case';

/** How many annotations a source and we make the same, by rule and line, of all that either makes; each counts, also of one rule on one line. */
export function agreedAnnotations(
  { annotations }: Case,
  found: readonly Finding[] | undefined,
): { agreed: number; of: number } {
  const theirs = countOf(
    (annotations ?? []).map(({ rule, start_line: line }) =>
      keyOf(rule.toLowerCase().replaceAll('_', '-'), line),
    ),
  );
  const ours = countOf(
    (found ?? []).map(({ rule, afterRange }) =>
      keyOf(rule, afterRange?.startLine),
    ),
  );
  const keys = [...new Set([...theirs.keys(), ...ours.keys()])];
  const sum = (pick: typeof Math.min) =>
    keys.reduce(
      (all, key) => all + pick(theirs.get(key) ?? 0, ours.get(key) ?? 0),
      0,
    );
  return { agreed: sum(Math.min), of: sum(Math.max) };
}

function keyOf(rule: string, line: number | null | undefined): string {
  return `${rule}:${line ?? 'nowhere'}`;
}

function countOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
