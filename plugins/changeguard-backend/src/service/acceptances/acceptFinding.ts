import { NotFoundError } from '@backstage/errors';
import { ownedEntity } from '../access/ownedEntity';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { acceptedUntil } from './acceptedUntil';
import { presentAcceptance } from './presentAcceptance';
import { writeAcceptances } from './writeAcceptances';

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
    const now = deps.clock.now();
    const until = acceptedUntil(body.until, now);
    const [known] = await deps.detection.acceptances.describe(entityRef, [
      fingerprint,
    ]);
    const finding =
      known ??
      (body.finding && {
        fingerprint,
        format: null,
        operation: null,
        ...body.finding,
        changeId: null,
      });
    if (!finding) {
      throw new NotFoundError(
        `No revision of '${entityRef}' has the finding '${fingerprint}'; say with 'finding' what it is`,
      );
    }
    const [row] = await deps.unitOfWork.run(tx =>
      writeAcceptances(deps, tx, {
        viewer,
        origin,
        entityRef,
        findings: [finding],
        reason: body.reason,
        until,
        now,
      }),
    );
    deps.definitionNews.changed();
    return { body: presentAcceptance(row, now) };
  };
}
