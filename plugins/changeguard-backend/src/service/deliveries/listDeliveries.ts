import { DeliveryKeyset } from '../../database/DeliveryReadModel';
import { presentDeliveries } from './presentDeliveries';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';

/** Lists deliveries for operators, newest first. */
export function listDeliveries(
  deps: Pick<ServiceDeps, 'changes' | 'cursors' | 'deliveries'>,
): UseCase<'listDeliveries'> {
  return async ({ viewer, query: { limit, cursor, ...filter } }) => {
    const binding = { list: 'deliveries', caller: viewer.ref, filter };
    const before = deps.cursors.decode<DeliveryKeyset>(binding, cursor);
    const { reads } = await deps.deliveries.open(viewer);
    const rows = await reads.page(filter, before, limit + 1);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      body: {
        items: await presentDeliveries(deps, viewer, items),
        nextCursor:
          rows.length > limit && last
            ? deps.cursors.encode(binding, {
                at: last.created_at_exact,
                id: last.id,
              })
            : null,
      },
    };
  };
}
