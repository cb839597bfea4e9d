import { RequestOrigin } from '../../database/EventWriter';
import { AcceptanceRow } from '../../database/detectionTables';
import { Transaction } from '../../database/UnitOfWork';
import { ServiceDeps } from '../ServiceDeps';
import { actorOf, Viewer } from '../Viewer';

/** Writes that findings are accepted no longer, each with a record of its own in the audit trail, which says what was accepted. */
export async function writeRevocations(
  deps: Pick<ServiceDeps, 'auditLog' | 'detection' | 'ids'>,
  tx: Transaction,
  act: {
    viewer: Viewer;
    origin: RequestOrigin;
    entityRef: string;
    /** Locked. */
    standing: readonly AcceptanceRow[];
  },
): Promise<void> {
  const { viewer, origin, entityRef, standing } = act;
  await deps.detection.acceptances.delete(
    tx,
    standing.map(({ id }) => id),
  );
  for (const { fingerprint, rule, severity, message, reason } of standing) {
    await deps.auditLog.record(tx, {
      id: deps.ids.next(),
      action: 'finding.acceptance-revoked',
      actor: actorOf(viewer),
      origin,
      changeId: null,
      entityRef,
      before: { fingerprint, rule, severity, message, reason },
      after: null,
      reason: null,
    });
  }
}
