import {
  deliveryStates,
  type DeliveryState,
} from '@changeguard/backstage-plugin-changeguard-common';
import { isId } from '../Filters/isId';

/** What operators look at unless told otherwise: everything that has not arrived. */
export const unsettledStates = [
  'pending',
  'retrying',
  'dead',
  'undeliverable',
] as const satisfies readonly DeliveryState[];

/** What the deliveries are narrowed down to: all of it is in the URL. */
export interface DeliveryFilters {
  /** `all` shows what has arrived, too. */
  view: 'all' | null;
  state: DeliveryState[];
  channel: string[];
  recipient: string;
  changeId: string;
  eventId: string;
}

/** Reads filters from a URL's query. What a URL may hold by mistake is left out, not passed on. */
export function readDeliveryFilters(search: URLSearchParams): DeliveryFilters {
  const id = (key: string) => {
    const value = search.get(key) ?? '';
    return isId(value) ? value : '';
  };
  return {
    view: search.get('view') === 'all' ? 'all' : null,
    state: deliveryStates.filter(state =>
      search.getAll('state').includes(state),
    ),
    channel: search.getAll('channel').filter(Boolean),
    recipient: search.get('recipient')?.slice(0, 500) ?? '',
    changeId: id('changeId'),
    eventId: id('eventId'),
  };
}

/** How many filters narrow the list down, besides the view. */
export function countDeliveryFilters(filters: DeliveryFilters): number {
  const { view, ...rest } = filters;
  return Object.values(rest).flat().filter(Boolean).length;
}

/** The states that the filters ask for; none means all. */
export function statesOf({ view, state }: DeliveryFilters): DeliveryState[] {
  if (state.length > 0) return state;
  return view === 'all' ? [] : [...unsettledStates];
}
