import { ConflictError, NotFoundError } from '@backstage/errors';
import { claimKey } from '../claimKey';
import { presentDeliveries } from './presentDeliveries';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { actorOf } from '../Viewer';

/** Tries one dead or undeliverable delivery again, from its first attempt. */
export function replayDelivery(
  deps: Pick<
    ServiceDeps,
    | 'auditLog'
    | 'changes'
    | 'deliveries'
    | 'idempotency'
    | 'ids'
    | 'replayed'
    | 'unitOfWork'
  >,
): UseCase<'replayDelivery'> {
  return async request => {
    const { viewer, origin, params, body } = request;
    const { reads, replay } = await deps.deliveries.open(viewer);
    const recordId = deps.ids.next();
    await deps.unitOfWork.run(async tx => {
      const earlier = await claimKey(deps, tx, request, recordId);
      if (earlier) return;
      const [delivery] = await replay(tx, params, 1);
      if (!delivery) {
        const found = await reads.find(params.id, tx);
        if (!found) {
          throw new NotFoundError(`There is no delivery '${params.id}'`);
        }
        throw new ConflictError(
          `The delivery is ${found.standing}; only one that is dead or undeliverable can be replayed`,
        );
      }
      const { channel, recipient, was } = delivery;
      await deps.auditLog.record(tx, {
        id: recordId,
        action: 'delivery.replayed',
        actor: actorOf(viewer),
        origin,
        changeId: delivery.change_id,
        before: { state: was },
        after: { state: 'pending', channel, recipient, delivery: delivery.id },
        reason: body.reason ?? null,
      });
    });
    const found = await reads.find(params.id);
    if (!found) throw new NotFoundError(`There is no delivery '${params.id}'`);
    deps.replayed([found.channel]);
    const [delivery] = await presentDeliveries(deps, viewer, [found]);
    return { body: delivery };
  };
}
