import { Texts } from '../../hooks/useTexts';

/** So many operations are named; the others are counted. */
const MOST = 3;

/** The operations that share a finding; empty where findings name none. */
export function operationsInWords(
  t: Texts,
  operations: readonly string[],
): string {
  const named = operations.slice(0, MOST).join(', ');
  const rest = operations.length - MOST;
  return rest > 0
    ? `${named} ${t('findingGroup.andMore', { count: rest })}`
    : named;
}
