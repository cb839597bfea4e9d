import { ownedEntity } from '../access/ownedEntity';
import { claimKey } from '../claimKey';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { acceptedUntil } from './acceptedUntil';
import { presentAcceptance } from './presentAcceptance';
import { refuseUnknown } from './refuseUnknown';
import { writeAcceptances } from './writeAcceptances';

/** Takes responsibility for several findings for one reason, such as for all places that a shared schema shows in: for all or for none. */
export function acceptFindings(
  deps: Pick<
    ServiceDeps,
    | 'auditLog'
    | 'catalog'
    | 'clock'
    | 'decisions'
    | 'definitionNews'
    | 'detection'
    | 'idempotency'
    | 'ids'
    | 'unitOfWork'
  >,
): UseCase<'acceptFindings'> {
  return async request => {
    const { viewer, origin, params, body } = request;
    const { entityRef } = await ownedEntity(deps, viewer, params);
    const { acceptances } = deps.detection;
    const { fingerprints, reason } = body;
    const now = deps.clock.now();
    const until = acceptedUntil(body.until, now);
    const findings = await acceptances.describe(entityRef, fingerprints);
    const known = new Set(findings.map(({ fingerprint }) => fingerprint));
    refuseUnknown(
      fingerprints,
      known,
      `is a finding that no revision of '${entityRef}' has`,
    );
    const rows = await deps.unitOfWork.run(async tx => {
      const earlier = await claimKey(deps, tx, request, deps.ids.next());
      // As they stand: who sends a request again does not accept what somebody took back in between.
      if (earlier) {
        const standing = await acceptances.lock(tx, entityRef, fingerprints);
        return [...standing.values()];
      }
      return writeAcceptances(deps, tx, {
        viewer,
        origin,
        entityRef,
        findings,
        reason,
        until,
        now,
      });
    });
    deps.definitionNews.changed();
    return { body: { items: rows.map(row => presentAcceptance(row, now)) } };
  };
}
