import { ServiceDefinition } from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';
import { readFileSync } from 'node:fs';

/** The wire format, from the descriptors that Google's client ships with. */
const definitions = fromJSON(
  JSON.parse(
    readFileSync(
      require.resolve('@google-cloud/pubsub/build/protos/protos.json'),
      'utf8',
    ),
  ),
  { longs: Number, defaults: true },
);

export const publisherService = definitions[
  'google.pubsub.v1.Publisher'
] as ServiceDefinition;
export const subscriberService = definitions[
  'google.pubsub.v1.Subscriber'
] as ServiceDefinition;

export interface WireDuration {
  seconds: number;
  nanos: number;
}

export interface WireMessage {
  data: Buffer;
  attributes: Record<string, string>;
  messageId: string;
  publishTime: WireDuration | null;
  orderingKey: string;
}

export interface WireSubscription {
  name: string;
  topic: string;
  ackDeadlineSeconds: number;
  enableMessageOrdering: boolean;
  filter: string;
  detached: boolean;
  pushConfig: { pushEndpoint: string } | null;
  expirationPolicy: { ttl: WireDuration | null } | null;
  messageRetentionDuration: WireDuration | null;
  retryPolicy: {
    minimumBackoff: WireDuration | null;
    maximumBackoff: WireDuration | null;
  } | null;
}

/** New settings of a subscription, and which of them are meant. */
export interface SubscriptionUpdate {
  subscription: WireSubscription;
  updateMask: { paths: string[] };
}

export interface WirePull {
  subscription: string;
  streamAckDeadlineSeconds: number;
  maxOutstandingMessages: number;
  maxOutstandingBytes: number;
  protocolVersion: number;
}

export interface WireReceivedMessage {
  ackId: string;
  message: WireMessage;
  deliveryAttempt: number;
}

export function toMillis(
  duration: WireDuration | null | undefined,
): number | undefined {
  return duration
    ? Number(duration.seconds) * 1_000 + duration.nanos / 1e6
    : undefined;
}
