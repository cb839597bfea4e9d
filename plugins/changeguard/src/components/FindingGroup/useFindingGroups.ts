import {
  FindingGroup,
  GroupableFinding,
  groupFindings,
} from '@changeguard/backstage-plugin-changeguard-common';
import { useMemo } from 'react';

/** Findings as screens tell them: once for all places, whether they are accepted there or not; none while there is nothing to tell. */
export function useFindingGroups<T extends GroupableFinding>(
  findings: readonly T[] | undefined,
): FindingGroup<T>[] {
  return useMemo(
    () => groupFindings(findings ?? [], { acceptedApart: false }),
    [findings],
  );
}
