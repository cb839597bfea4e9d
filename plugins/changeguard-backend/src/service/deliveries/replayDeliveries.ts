import { claimKey } from '../claimKey';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { actorOf } from '../Viewer';

/** Most deliveries of one call, so that its transaction stays short. */
const mostDeliveries = 1_000;

/** Tries dead and undeliverable deliveries again, the oldest first. */
export function replayDeliveries(
  deps: Pick<
    ServiceDeps,
    | 'audit'
    | 'auditLog'
    | 'deliveries'
    | 'idempotency'
    | 'ids'
    | 'replayed'
    | 'unitOfWork'
  >,
): UseCase<'replayDeliveries'> {
  return async request => {
    const { viewer, origin, body } = request;
    const deliveries = await deps.deliveries.open(viewer);
    const recordId = deps.ids.next();
    const { reason = null, ...filter } = body;
    const result = await deps.unitOfWork.run(async tx => {
      const earlier = await claimKey(deps, tx, request, recordId);
      if (earlier) {
        const { replayed, more } = (await deps.audit.after(earlier, tx)) ?? {};
        return {
          channels: [],
          replayed: Number(replayed ?? 0),
          more: more === true,
        };
      }
      const replayed = await deliveries.replay(tx, filter, mostDeliveries);
      if (replayed.length === 0) {
        return { channels: [], replayed: 0, more: false };
      }
      const more = await deliveries.hasReplayable(tx, filter);
      const changeIds = new Set(replayed.map(({ change_id }) => change_id));
      const [changeId] = changeIds;
      await deps.auditLog.record(tx, {
        id: recordId,
        action: 'delivery.replayed',
        actor: actorOf(viewer),
        origin,
        changeId: changeIds.size === 1 ? changeId : null,
        before: null,
        after: {
          ...filter,
          replayed: replayed.length,
          more,
          deliveries: replayed.map(({ id }) => id),
        },
        reason,
      });
      return {
        channels: replayed.map(({ channel }) => channel),
        replayed: replayed.length,
        more,
      };
    });
    deps.replayed(result.channels);
    return { body: { replayed: result.replayed, more: result.more } };
  };
}
