import { KnownFinding } from '../../database/AcceptanceStore';
import { RequestOrigin } from '../../database/EventWriter';
import { AcceptanceRow } from '../../database/detectionTables';
import { Transaction } from '../../database/UnitOfWork';
import { ServiceDeps } from '../ServiceDeps';
import { actorOf, Viewer } from '../Viewer';

/** Writes that findings are accepted, each with a record of its own in the audit trail, which says what it replaces. */
export async function writeAcceptances(
  deps: Pick<ServiceDeps, 'auditLog' | 'detection' | 'ids'>,
  tx: Transaction,
  act: {
    viewer: Viewer;
    origin: RequestOrigin;
    entityRef: string;
    /** Each once. */
    findings: readonly KnownFinding[];
    reason: string;
    until: Date | null;
    now: Date;
  },
): Promise<AcceptanceRow[]> {
  const { viewer, origin, entityRef, findings, reason, until, now } = act;
  const { acceptances } = deps.detection;
  const earlier = await acceptances.lock(
    tx,
    entityRef,
    findings.map(({ fingerprint }) => fingerprint),
  );
  const rows = await acceptances.put(
    tx,
    findings.map(({ changeId, ...finding }) => ({
      id: deps.ids.next(),
      entity_ref: entityRef,
      ...finding,
      reason,
      accepted_by: viewer.ref,
      accepted_at: now,
      until,
    })),
  );
  for (const { fingerprint, rule, severity, message, changeId } of findings) {
    const replaced = earlier.get(fingerprint);
    await deps.auditLog.record(tx, {
      id: deps.ids.next(),
      action: 'finding.accepted',
      actor: actorOf(viewer),
      origin,
      changeId,
      entityRef,
      before: replaced
        ? {
            reason: replaced.reason,
            until: replaced.until?.toISOString() ?? null,
            acceptedBy: replaced.accepted_by,
          }
        : null,
      after: {
        fingerprint,
        rule,
        severity,
        message,
        until: until?.toISOString() ?? null,
      },
      reason,
    });
  }
  return rows;
}
