import { NotFoundError } from '@backstage/errors';
import { InvalidRequestError } from '../InvalidRequestError';
import { ownedEntity } from '../access/ownedEntity';
import { presentAcceptance } from './presentAcceptance';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { actorOf } from '../Viewer';

/** Takes responsibility for a finding: from now on it makes no change and does not fail a check, in whatever version it comes. */
export function acceptFinding(
  deps: Pick<
    ServiceDeps,
    | 'auditLog'
    | 'catalog'
    | 'clock'
    | 'decisions'
    | 'definitionNews'
    | 'detection'
    | 'ids'
    | 'unitOfWork'
  >,
): UseCase<'acceptFinding'> {
  return async ({ viewer, origin, params, body }) => {
    const { fingerprint, ...path } = params;
    const { entityRef } = await ownedEntity(deps, viewer, path);
    const { acceptances } = deps.detection;
    const now = deps.clock.now();
    const until = body.until ? new Date(body.until) : null;
    if (until && until <= now) {
      throw new InvalidRequestError([
        { pointer: '/until', code: 'past', message: 'must lie ahead' },
      ]);
    }
    const known = await acceptances.describe(entityRef, fingerprint);
    const finding = known ?? body.finding;
    if (!finding) {
      throw new NotFoundError(
        `No revision of '${entityRef}' has the finding '${fingerprint}'; say with 'finding' what it is`,
      );
    }
    const { format = null, rule, severity, pointer, message } = finding;
    const row = await deps.unitOfWork.run(async tx => {
      const earlier = await acceptances.lock(tx, entityRef, fingerprint);
      const accepted = await acceptances.put(tx, {
        id: deps.ids.next(),
        entity_ref: entityRef,
        fingerprint,
        format,
        rule,
        severity,
        pointer,
        message,
        reason: body.reason,
        accepted_by: viewer.ref,
        accepted_at: now,
        until,
      });
      await deps.auditLog.record(tx, {
        id: deps.ids.next(),
        action: 'finding.accepted',
        actor: actorOf(viewer),
        origin,
        changeId: known?.changeId ?? null,
        entityRef,
        before: earlier
          ? {
              reason: earlier.reason,
              until: earlier.until?.toISOString() ?? null,
              acceptedBy: earlier.accepted_by,
            }
          : null,
        after: { fingerprint, rule, severity, message, until: body.until },
        reason: body.reason,
      });
      return accepted;
    });
    deps.definitionNews.changed();
    return { body: presentAcceptance(row, now) };
  };
}
