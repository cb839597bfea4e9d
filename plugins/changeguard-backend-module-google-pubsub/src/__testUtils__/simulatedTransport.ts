import { PubSubSimulator } from '@changeguard/pubsub-simulator';
import { GooglePubSubConfig } from '../config';
import { SubscriptionTimes } from '../GooglePubSubSubscription';
import { GooglePubSubTransport } from '../GooglePubSubTransport';

/** A transport with short times on a simulator. */
export function simulatedTransport(
  simulator: PubSubSimulator,
  config: Partial<GooglePubSubConfig> = {},
  heartbeatMs?: number,
  times: Partial<SubscriptionTimes> = {},
): GooglePubSubTransport {
  return new GooglePubSubTransport(
    {
      projectId: 'test',
      emulatorHost: simulator.host,
      topic: 'changeguard-events',
      topology: 'create',
      maxMessages: 100,
      ...config,
    },
    {
      handlerDeadlineMs: 1_000,
      drainMs: 2_000,
      settleMs: 20,
      heartbeatMs,
      ...times,
    },
  );
}
