import { Texts } from '../../hooks/useTexts';

/** How many findings there are, and as how many differences they are told where that is less. */
export function findingsInWords(
  t: Texts,
  counts: {
    findings: number;
    differences: number;
    /** There are more findings than those that are counted. */
    isPart?: boolean;
  },
): string {
  const { findings: count, differences, isPart = false } = counts;
  const findings = isPart
    ? t('findingGroup.listed', { count })
    : t('findingGroup.findings', { count });
  if (differences === count) return findings;
  return t('findingGroup.toldAs', {
    findings,
    differences: t('findingGroup.differences', { count: differences }),
  });
}
