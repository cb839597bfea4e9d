import { CreateSubscriptionOptions, Subscription } from '@google-cloud/pubsub';
import { adminCall } from './callOptions';

type Metadata = NonNullable<Subscription['metadata']>;
type Settings = Pick<
  CreateSubscriptionOptions,
  | 'ackDeadlineSeconds'
  | 'retryPolicy'
  | 'expirationPolicy'
  | 'messageRetentionDuration'
>;

/** Seconds that a message may stay with a replica that died before another one gets it. */
const ACK_DEADLINE_S = 30;
const MIN_BACKOFF_S = 1;
const MAX_BACKOFF_S = 60;
/** Days that Pub/Sub keeps what was not acknowledged; the backend's `changeguard.retention.events` is at least one more. */
const RETENTION_DAYS = 7;
const RETENTION_S = RETENTION_DAYS * 24 * 60 * 60;

/** Settings that Pub/Sub lets one change later. */
const CHANGEABLE = {
  ackDeadlineSeconds: ACK_DEADLINE_S,
  // Without it, what a subscriber fails on comes again at once, and again.
  retryPolicy: {
    minimumBackoff: { seconds: MIN_BACKOFF_S },
    maximumBackoff: { seconds: MAX_BACKOFF_S },
  },
  // Without it, Pub/Sub deletes a subscription that nobody used for 31 days, with what it holds.
  expirationPolicy: {},
  // A message that outlives the inbox row of its event would have its effect a second time.
  messageRetentionDuration: { seconds: RETENTION_S },
};

/** How ChangeGuard makes a subscription. */
export const NEW_SUBSCRIPTION = {
  enableMessageOrdering: true,
  ...CHANGEABLE,
  gaxOpts: adminCall,
};

/** A setting of a subscription that is not as ChangeGuard makes it, although events arrive all the same. */
export interface Difference {
  /** What is, in words that follow the subscription's name. */
  found: string;
  /** What has to be set. */
  wanted: Settings;
  /** How `gcloud pubsub subscriptions update` is told. */
  flags: string;
}

/** What of a subscription is not as ChangeGuard makes it, and can be changed. */
export function differencesOf(metadata: Metadata): Difference[] {
  const { ackDeadlineSeconds, retryPolicy, expirationPolicy } = metadata;
  const retention = secondsOf(metadata.messageRetentionDuration);
  const differences: Difference[] = [];
  const least = secondsOf(retryPolicy?.minimumBackoff);
  const most = secondsOf(retryPolicy?.maximumBackoff);
  if (least !== MIN_BACKOFF_S || most !== MAX_BACKOFF_S) {
    differences.push({
      found: retryPolicy
        ? `tries again after ${least} to ${most} seconds instead of ${MIN_BACKOFF_S} to ${MAX_BACKOFF_S}`
        : 'has no retry policy, so that what fails comes again at once',
      wanted: { retryPolicy: CHANGEABLE.retryPolicy },
      flags: `--min-retry-delay=${MIN_BACKOFF_S}s --max-retry-delay=${MAX_BACKOFF_S}s`,
    });
  }
  if (ackDeadlineSeconds !== ACK_DEADLINE_S) {
    differences.push({
      found: `waits ${ackDeadlineSeconds} seconds for an acknowledgement instead of ${ACK_DEADLINE_S}`,
      wanted: { ackDeadlineSeconds: ACK_DEADLINE_S },
      flags: `--ack-deadline=${ACK_DEADLINE_S}`,
    });
  }
  if (!expirationPolicy || expirationPolicy.ttl) {
    differences.push({
      found: 'is deleted by Pub/Sub when nobody uses it for long',
      wanted: { expirationPolicy: CHANGEABLE.expirationPolicy },
      flags: '--expiration-period=never',
    });
  }
  // What is kept for less is published again by ChangeGuard.
  if (retention > RETENTION_S) {
    differences.push({
      found: `keeps messages for ${
        retention / 86_400
      } days instead of ${RETENTION_DAYS}, which is longer than ChangeGuard is sure to know them again`,
      wanted: {
        messageRetentionDuration: CHANGEABLE.messageRetentionDuration,
      },
      flags: `--message-retention-duration=${RETENTION_DAYS}d`,
    });
  }
  return differences;
}

/** Why a subscription cannot carry events in order to its subscriber, in words that follow its name; undefined when it can. */
export function obstacleIn(metadata: Metadata): string | undefined {
  const { enableMessageOrdering, filter, detached, pushConfig } = metadata;
  if (!enableMessageOrdering) {
    return 'exists without message ordering, which cannot be switched on';
  }
  if (filter) {
    return `keeps back what its filter (${filter}) does not let through, which cannot be switched off`;
  }
  if (detached) return 'is detached from its topic, which cannot be undone';
  return pushConfig?.pushEndpoint
    ? `pushes its messages to ${pushConfig.pushEndpoint} instead of letting ChangeGuard read them`
    : undefined;
}

function secondsOf(
  duration: NonNullable<Metadata['retryPolicy']>['minimumBackoff'],
): number {
  return Number(duration?.seconds ?? 0) + (duration?.nanos ?? 0) / 1e9;
}
