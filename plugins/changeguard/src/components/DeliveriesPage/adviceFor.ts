import type { Delivery } from '@changeguard/backstage-plugin-changeguard-common';
import { deliveriesMessages } from './messages';

/** What an operator can do about a delivery; the names are those of its texts. */
export type Advice = keyof typeof deliveriesMessages.advice;

/** Failed this often, the trouble has lasted for minutes and somebody should look. */
const MANY_ATTEMPTS = 5;
/** A channel is tried this often before it is given up; given up earlier, the receiving side has refused for good. */
const ALL_ATTEMPTS = 12;

/** The next step for a delivery that has not arrived; undefined for one that has. */
export function adviceFor(
  delivery: Pick<Delivery, 'state' | 'channel' | 'attempts'>,
): Advice | undefined {
  const { state, channel, attempts } = delivery;
  switch (state) {
    case 'pending':
      return 'waits';
    case 'retrying':
      return attempts < MANY_ATTEMPTS ? 'retries' : 'retriesLong';
    case 'undeliverable':
      return channel === 'email' ? 'address' : 'unreachable';
    case 'dead':
      return attempts < ALL_ATTEMPTS ? 'refused' : 'givenUp';
    default:
      return undefined;
  }
}
