import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';

/** Says how far deliveries and the outbox are behind. */
export function getDeliverySummary(
  deps: Pick<ServiceDeps, 'deliveries' | 'outbox'>,
): UseCase<'getDeliverySummary'> {
  return async ({ viewer }) => {
    const { reads } = await deps.deliveries.open(viewer);
    const [backlog, outbox] = await Promise.all([
      reads.backlog(),
      deps.outbox.backlog(),
    ]);
    return {
      body: {
        channels: backlog.map(
          ({ oldest_due_at, overdue_ms: _, ...channel }) => ({
            ...channel,
            oldestDueAt: oldest_due_at?.toISOString() ?? null,
          }),
        ),
        outbox: {
          unpublished: outbox.unpublished,
          oldestAt: outbox.oldestAt?.toISOString() ?? null,
        },
      },
    };
  };
}
