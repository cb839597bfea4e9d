import type { Delivery } from '@changeguard/backstage-plugin-changeguard-common';
import {
  PagedList,
  PagedListFrame,
} from '@changeguard/backstage-plugin-changeguard-react';
import { useTexts } from '../../../hooks/useTexts';
import { Nothing } from '../../Nothing/Nothing';
import { countDeliveryFilters, DeliveryFilters } from '../deliveryFilters';
import { Selection } from '../replay/useSelection';
import { DeliveryTable } from './DeliveryTable';

/** The deliveries with everything that can be true of a list: on its way, failed, empty, longer, changed meanwhile. */
export const DeliveryList = (props: {
  list: PagedList<Delivery>;
  filters: DeliveryFilters;
  selection: Selection;
  busy: string | undefined;
  onReplay: (delivery: Delivery) => void;
  onEvent: (eventId: string) => void;
  onMore: () => void;
}) => {
  const { list, filters, onMore, ...table } = props;
  const t = useTexts();
  const narrowed = countDeliveryFilters(filters) > 0 || filters.view === 'all';

  return (
    <PagedListFrame
      list={list}
      loading={t('deliveries.loading')}
      rows={8}
      waiting={count => t('deliveries.waiting', { count })}
      empty={
        <Nothing
          title={t(narrowed ? 'deliveries.noneMatch' : 'deliveries.none')}
          help={t(
            narrowed ? 'deliveries.noneMatchHelp' : 'deliveries.noneHelp',
          )}
        />
      }
      newestFirst
      onMore={onMore}
    >
      <DeliveryTable deliveries={list.items} {...table} />
    </PagedListFrame>
  );
};
