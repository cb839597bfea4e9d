import { DetectedFinding } from '@changeguard/backstage-plugin-changeguard-common';
import { JudgedFinding } from '../../database/detectionTables';
import { changeLink } from '../../subscribers/notificationText';
import { acceptancesLink } from './acceptancesLink';
import { ServiceDeps } from '../ServiceDeps';

/** Findings of an entity, each with who takes responsibility for it now; without an entity nobody does. */
export async function acceptedFindings(
  deps: Pick<ServiceDeps, 'detection'>,
  entityRef: string | null,
  findings: readonly JudgedFinding[],
): Promise<DetectedFinding[]> {
  const responsible = entityRef
    ? await deps.detection.acceptances.responsible(
        entityRef,
        findings.map(({ fingerprint }) => fingerprint),
      )
    : null;
  return findings.map(finding => {
    const one = responsible?.get(finding.fingerprint);
    const accepted = one
      ? {
          by: one.by,
          id: one.id,
          link:
            one.by === 'change'
              ? changeLink(one.id)
              : acceptancesLink(entityRef!),
        }
      : null;
    return { ...finding, accepted };
  });
}
