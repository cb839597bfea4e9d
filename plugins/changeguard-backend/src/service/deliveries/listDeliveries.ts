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
    const { items, nextCursor } = deps.cursors.page(
      binding,
      rows,
      limit,
      ({ created_at_exact: at, id }) => ({ at, id }),
    );
    return {
      body: {
        items: await presentDeliveries(deps, viewer, items),
        nextCursor,
      },
    };
  };
}
