import { ownedEntity } from '../access/ownedEntity';
import { InvalidRequestError } from '../InvalidRequestError';
import { requestHash } from '../requestHash';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { writeRevocations } from './writeRevocations';

/** Takes several acceptances back, such as those of all places that a shared schema shows in: all or none. */
export function revokeAcceptances(
  deps: Pick<
    ServiceDeps,
    | 'auditLog'
    | 'catalog'
    | 'decisions'
    | 'definitionNews'
    | 'detection'
    | 'idempotency'
    | 'ids'
    | 'unitOfWork'
  >,
): UseCase<'revokeAcceptances'> {
  return async ({ viewer, origin, params, body, idempotencyKey }) => {
    const { entityRef } = await ownedEntity(deps, viewer, params);
    const { acceptances } = deps.detection;
    const { fingerprints } = body;
    await deps.unitOfWork.run(async tx => {
      const earlier =
        idempotencyKey &&
        (await deps.idempotency.claim(
          tx,
          {
            caller: viewer.ref,
            operation: 'revokeAcceptances',
            key: idempotencyKey,
            requestHash: requestHash(params, body),
          },
          deps.ids.next(),
          204,
        ));
      // Who sends a request again does not take back what somebody accepted in between.
      if (earlier) return;
      const standing = await acceptances.lock(tx, entityRef, fingerprints);
      const unknown = fingerprints.flatMap((fingerprint, index) =>
        standing.has(fingerprint)
          ? []
          : [
              {
                pointer: `/fingerprints/${index}`,
                code: 'unknown',
                message: `is a finding of '${entityRef}' that is not accepted`,
              },
            ],
      );
      if (unknown.length > 0) throw new InvalidRequestError(unknown);
      await writeRevocations(deps, tx, {
        viewer,
        origin,
        entityRef,
        standing: [...standing.values()],
      });
    });
    deps.definitionNews.changed();
    return { body: undefined };
  };
}
