import { FailureKeyset } from '../../database/FailureStore';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';

/** Lists the events that do not get on, newest first. */
export function listFailingEvents(
  deps: Pick<ServiceDeps, 'changes' | 'cursors' | 'deliveries'>,
): UseCase<'listFailingEvents'> {
  return async ({ viewer, query: { limit, cursor } }) => {
    const binding = { list: 'failing events', caller: viewer.ref };
    const before = deps.cursors.decode<FailureKeyset>(binding, cursor);
    const { failures } = await deps.deliveries.open(viewer);
    const rows = await failures.page(before, limit + 1);
    const { items, nextCursor } = deps.cursors.page(
      binding,
      rows,
      limit,
      last => ({
        at: last.created_at_exact,
        id: last.event_id,
        subscriber: last.subscriber ?? '',
      }),
    );
    const visible = await deps.changes.among(
      viewer,
      items.map(row => row.change_id),
    );
    return {
      body: {
        items: items.map(row => ({
          eventId: row.event_id,
          eventType: row.type,
          changeId: row.change_id,
          changeTitle: visible.get(row.change_id)?.title ?? null,
          subscriber: row.subscriber,
          attempts: row.attempts,
          lastError: row.last_error,
          lastFailedAt: row.last_failed_at?.toISOString() ?? null,
          nextAttemptAt: row.next_attempt_at?.toISOString() ?? null,
          createdAt: row.created_at.toISOString(),
        })),
        nextCursor,
      },
    };
  };
}
