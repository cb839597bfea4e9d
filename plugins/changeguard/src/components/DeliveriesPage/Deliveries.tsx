import type { Delivery } from '@changeguard/backstage-plugin-changeguard-common';
import {
  FailurePanel,
  useReadingPlace,
} from '@changeguard/backstage-plugin-changeguard-react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { useUrlFilters } from '../Filters/useUrlFilters';
import { HiddenText } from '../HiddenText/HiddenText';
import { readDeliveryFilters } from './deliveryFilters';
import { DeliveryFilterPanel } from './DeliveryFilterPanel';
import { FailingEvents } from './events/FailingEvents';
import { DeliveryList } from './list/DeliveryList';
import { ListActions } from './ListActions';
import { ReplayDialog } from './replay/ReplayDialog';
import { planMatching, ReplayPlan } from './replay/ReplayPlan';
import { useReplayOne } from './replay/useReplayOne';
import { useSelection } from './replay/useSelection';
import { SummaryHead } from './summary/SummaryHead';
import { useDeliverySummary } from './summary/useDeliverySummary';
import { useDeliveries } from './useDeliveries';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2, 3),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: '220px minmax(0, 1fr)',
      },
    },
    main: { minWidth: 0 },
    paper: { padding: theme.spacing(1, 2) },
  }),
  { name: 'ChangeGuardDeliveries' },
);

/** The summary of the channels, the events that do not get on, the deliveries, and what can be done with them. */
export const Deliveries = () => {
  const classes = useStyles();
  const t = useTexts();
  const { filters, setFilters, pages, showMore } =
    useUrlFilters(readDeliveryFilters);
  const { ref, isReading } = useReadingPlace<HTMLDivElement>();
  const selection = useSelection(JSON.stringify(filters));
  const summary = useDeliverySummary();
  const list = useDeliveries(filters, {
    pages,
    // Rows must not slip away under somebody who is choosing some.
    hold: () => isReading() || selection.ids.size > 0,
  });
  const [plan, setPlan] = useState<ReplayPlan>();
  const put = (delivery: Delivery) =>
    list.patch(one => (one.id === delivery.id ? delivery : one));
  const one = useReplayOne(delivery => {
    put(delivery);
    summary.refresh();
  });

  const matching = planMatching(filters, {
    deliveries: list.items,
    hasMore: list.hasMore,
    summary: summary.value,
  });
  const mayMatch = matching.calls.length > 0 && matching.count > 0;
  const close = () => {
    setPlan(undefined);
    selection.set([]);
    summary.refresh();
    list.refresh();
  };

  return (
    <>
      <SummaryHead
        summary={summary}
        onShow={(channel, state) =>
          setFilters({ channel: [channel], state: [state] })
        }
      />
      <FailingEvents />
      <div className={classes.root}>
        <DeliveryFilterPanel
          filters={filters}
          channels={summary.value?.channels.map(({ channel }) => channel) ?? []}
          onChange={setFilters}
        />
        <div className={classes.main}>
          <ListActions
            view={filters.view}
            onView={view => setFilters({ view })}
            chosen={selection.ids.size}
            onUnselect={() => selection.set([])}
            onReplayChosen={() =>
              setPlan({
                kind: 'chosen',
                deliveries: list.items.filter(({ id }) => selection.has(id)),
              })
            }
            onReplayMatching={mayMatch ? () => setPlan(matching) : undefined}
          />
          {one.failure && (
            <FailurePanel
              error={one.failure}
              title={t('deliveries.replay.failedOne')}
            />
          )}
          <Paper ref={ref} className={classes.paper}>
            <DeliveryList
              list={list}
              filters={filters}
              selection={selection}
              busy={one.busy}
              onReplay={delivery =>
                delivery.channel === 'backstage'
                  ? one.replay(delivery)
                  : setPlan({ kind: 'chosen', deliveries: [delivery] })
              }
              onEvent={eventId => setFilters({ eventId })}
              onMore={showMore}
            />
          </Paper>
        </div>
      </div>
      <HiddenText role="status">
        {one.replayed &&
          t('deliveries.replay.replayed', {
            recipient: one.replayed.recipient,
          })}
      </HiddenText>
      {plan && <ReplayDialog plan={plan} onReplayed={put} onClose={close} />}
    </>
  );
};
