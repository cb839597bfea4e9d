import type { Delivery } from '@changeguard/backstage-plugin-changeguard-common';
import {
  FailurePanel,
  PagedList,
  RowsSkeleton,
  WaitingBar,
} from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
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
    <>
      {list.error && (
        <FailurePanel
          error={list.error}
          stale={list.items.length > 0}
          onRetry={list.refresh}
        />
      )}
      {list.waiting !== null && (
        <WaitingBar
          text={
            list.waiting > 0
              ? t('deliveries.waiting', { count: list.waiting })
              : t('deliveries.moved')
          }
          onShow={list.showWaiting}
        />
      )}
      {list.loading && (
        <RowsSkeleton label={t('deliveries.loading')} rows={8} />
      )}
      {list.items.length > 0 && (
        <DeliveryTable deliveries={list.items} {...table} />
      )}
      {!list.loading && !list.error && list.items.length === 0 && (
        <Nothing
          title={t(narrowed ? 'deliveries.noneMatch' : 'deliveries.none')}
          help={t(
            narrowed ? 'deliveries.noneMatchHelp' : 'deliveries.noneHelp',
          )}
        />
      )}
      {list.hasMore && (
        <Button onClick={onMore} disabled={list.loadingMore}>
          {t(list.loadingMore ? 'deliveries.loadingMore' : 'deliveries.more')}
        </Button>
      )}
    </>
  );
};
