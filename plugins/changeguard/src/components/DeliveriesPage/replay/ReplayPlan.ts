import {
  replayableStates,
  type Delivery,
  type DeliverySummary,
  type ReplayDeliveriesInput,
} from '@changeguard/backstage-plugin-changeguard-common';
import { DeliveryFilters, statesOf } from '../deliveryFilters';
import { isReplayable } from '../list/isReplayable';

/** What somebody wants to replay: some that they see, or everything that matches the filters. */
export type ReplayPlan =
  | { kind: 'chosen'; deliveries: Delivery[] }
  | {
      kind: 'matching';
      /** One call takes one channel and one state, or all of them. */
      calls: Omit<ReplayDeliveriesInput, 'reason'>[];
      /** How many that is; a lower bound unless `exact`. */
      count: number;
      exact: boolean;
    };

/**
 * Everything that matches the filters and can be replayed. The API counts nothing, so the number is known when the whole list is
 * loaded, or when the filters are those of the summary.
 *
 * @param known - what is loaded of the list, and the summary of the channels.
 */
export function planMatching(
  filters: DeliveryFilters,
  known: {
    deliveries: Delivery[];
    hasMore: boolean;
    summary: DeliverySummary | undefined;
  },
): ReplayPlan & { kind: 'matching' } {
  const asked = statesOf(filters);
  const states = replayableStates.filter(
    state => asked.length === 0 || asked.includes(state),
  );
  const { recipient, changeId, eventId } = filters;
  const calls =
    states.length === 0
      ? []
      : (filters.channel.length > 0 ? filters.channel : [undefined]).map(
          channel => ({
            state: states.length === 1 ? states[0] : undefined,
            channel,
            recipient: recipient || undefined,
            changeId: changeId || undefined,
            eventId: eventId || undefined,
          }),
        );

  const { deliveries, hasMore, summary } = known;
  const loaded = deliveries.filter(isReplayable).length;
  const isSummed = summary && !recipient && !changeId && !eventId;
  if (!hasMore || !isSummed) {
    return { kind: 'matching', calls, count: loaded, exact: !hasMore };
  }
  const count = summary.channels
    .filter(
      ({ channel }) =>
        filters.channel.length === 0 || filters.channel.includes(channel),
    )
    .flatMap(channel => states.map(state => channel[state]))
    .reduce((sum, one) => sum + one, 0);
  return { kind: 'matching', calls, count, exact: true };
}
