import {
  replayableStates,
  type Delivery,
} from '@changeguard/backstage-plugin-changeguard-common';

/** Whether a delivery can be sent on its way again. */
export function isReplayable({ state }: Pick<Delivery, 'state'>): boolean {
  return replayableStates.some(one => one === state);
}
