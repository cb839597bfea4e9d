import { auditReadPermission } from '@changeguard/backstage-plugin-changeguard-common';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';

/** Checks a stretch of the audit trail's hash chain; whoever wants all of it goes on at `nextSeq`. */
export function verifyAudit(
  deps: Pick<ServiceDeps, 'chainAuditor' | 'clock' | 'decisions'>,
): UseCase<'verifyAudit'> {
  return async ({ viewer, query: { fromSeq, limit } }) => {
    await deps.decisions.demand(viewer, auditReadPermission);
    const findings = await deps.chainAuditor.check(fromSeq, limit);
    return {
      body: {
        outcome: findings.firstBad ? 'broken' : 'intact',
        fromSeq,
        ...findings,
        checkedAt: deps.clock.now().toISOString(),
      },
    };
  };
}
