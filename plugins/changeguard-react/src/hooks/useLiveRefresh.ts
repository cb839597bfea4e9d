import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  CHANGEGUARD_SIGNAL_CHANNEL,
  changeGuardSignalSchema,
  DEFINITIONS_SIGNAL_CHANNEL,
  definitionsSignalSchema,
  DELIVERIES_SIGNAL_CHANNEL,
  deliveriesSignalSchema,
} from '@changeguard/backstage-plugin-changeguard-common';
import { useEffect, useRef } from 'react';
import { LiveRefresher } from './LiveRefresher';
import { onLocalChange } from './localChanges';

const CHANNELS = {
  changes: CHANGEGUARD_SIGNAL_CHANNEL,
  deliveries: DELIVERIES_SIGNAL_CHANNEL,
  definitions: DEFINITIONS_SIGNAL_CHANNEL,
} as const;

/** Everybody is told of definitions, so their pages spread what they ask over so many milliseconds. */
const SPREAD = { changes: 0, deliveries: 0, definitions: 2_000 } as const;

/**
 * Calls `refresh` when somebody else has changed something: upon a signal, when the tab is looked at again, and now and then in
 * case a signal was lost.
 *
 * @remarks
 * Signals carry ids only and are not kept for who was away, so `refresh` is also called shortly after the subscription,
 * every 15 seconds in a portal without signals, and every 30 seconds in one with them. A hidden tab waits until it is
 * seen. Signals are subscribed to directly rather than through `useSignal`, which keeps only the last of several that
 * arrive at once.
 *
 * @param refresh - loads again what is shown; called once at a time.
 * @param options - `changeId`: only signals about this change count. `about`: what is shown, changes unless told. `enabled`: false
 * while there is nothing to refresh.
 * @public
 */
export function useLiveRefresh(
  refresh: () => void | Promise<void>,
  options: {
    changeId?: string;
    about?: 'changes' | 'deliveries' | 'definitions';
    enabled?: boolean;
  } = {},
): void {
  const { changeId, about = 'changes', enabled = true } = options;
  const signals = useApiHolder().get(signalApiRef);
  const latest = useRef(refresh);
  latest.current = refresh;

  useEffect(() => {
    if (!enabled) return undefined;
    const refresher = new LiveRefresher(async () => latest.current(), {
      hasSignals: Boolean(signals),
    });
    const concerns = (message: unknown) => {
      if (about === 'deliveries')
        return deliveriesSignalSchema.safeParse(message).success;
      if (about === 'definitions')
        return definitionsSignalSchema.safeParse(message).success;
      const { success, data } = changeGuardSignalSchema.safeParse(message);
      return success && (!changeId || data.changeId === changeId);
    };
    const subscription = signals?.subscribe(CHANNELS[about], message => {
      if (concerns(message)) refresher.askWithin(SPREAD[about]);
    });
    const forget = onLocalChange(refresher.ask);
    return () => {
      forget();
      subscription?.unsubscribe();
      refresher.stop();
    };
  }, [signals, changeId, about, enabled]);
}
