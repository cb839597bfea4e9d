import { ConflictError, NotFoundError } from '@backstage/errors';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { actorOf } from '../Viewer';

/** What happened is recorded without exception, or the trail would prove nothing. */
const never = 'audit';

/**
 * Spares a subscriber an event that it keeps failing on, so that the later events of the change get through: it is put into the subscriber's
 * inbox unhandled, and is acknowledged when it comes again. A repeated call changes nothing.
 */
export function skipEvent(
  deps: Pick<ServiceDeps, 'auditLog' | 'deliveries' | 'inbox' | 'unitOfWork'>,
): UseCase<'skipEvent'> {
  return async ({ viewer, origin, params: { id }, body }) => {
    const { subscriber, reason } = body;
    const { failures } = await deps.deliveries.open(viewer);
    if (subscriber === never) {
      throw new ConflictError('The audit trail skips no event');
    }
    if (await deps.inbox.has(subscriber, id)) return { body: undefined };
    const failing = await failures.find(id, subscriber);
    if (!failing) {
      throw new NotFoundError(
        `There is no event '${id}' that the subscriber '${subscriber}' fails on`,
      );
    }
    await deps.unitOfWork.run(async tx => {
      if (!(await deps.inbox.take(tx, subscriber, id))) return;
      await deps.auditLog.record(tx, {
        action: 'event.skipped',
        actor: actorOf(viewer),
        origin,
        changeId: failing.change_id,
        before: { attempts: failing.attempts, lastError: failing.last_error },
        after: { event: id, type: failing.type, subscriber },
        reason,
      });
    });
    return { body: undefined };
  };
}
