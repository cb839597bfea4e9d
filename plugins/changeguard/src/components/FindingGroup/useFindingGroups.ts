import {
  FindingGroup,
  GroupableFinding,
  groupFindings,
} from '@changeguard/backstage-plugin-changeguard-common';
import { useMemo } from 'react';

/** Findings as screens tell them: once for all places, whether they are accepted there or not. */
export function useFindingGroups<T extends GroupableFinding>(
  findings: readonly T[],
): FindingGroup<T>[] {
  return useMemo(
    () => groupFindings(findings, { acceptedApart: false }),
    [findings],
  );
}
