import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { setTimeout as pause } from 'timers/promises';
import {
  DeliveryOutcome,
  NotificationChannel,
} from '@changeguard/backstage-plugin-changeguard-node';
import { withDeadline } from '../actors/withDeadline';
import { Round } from '../actors/WorkLoop';
import { isAway } from '../database/isAway';
import { storable } from '../database/storable';
import {
  deliveryRetries,
  isGivenUp,
  retryDelayMs,
} from '../outbox/retryPolicy';
import { Ids } from '../ports/Ids';
import { Meters } from '../telemetry/Meters';
import { Traces } from '../telemetry/Traces';
import { ClaimedDeliveries, DeliveryStore, Settled } from './DeliveryStore';

const defaultLeaseMs = 30_000;
const maxErrorLength = 1_000;
/** Before what became of deliveries is written again, in milliseconds: a database that restarts is away for a moment or for seconds. */
const settlePauseMs = 250;

type Claimed = ClaimedDeliveries['deliveries'][number];

/**
 * Hands the deliveries of one channel to it, a batch of one event at a time, outside any transaction: claim → send → settle. A
 * database that is away for a moment does not make what has left leave again: settling is tried for as long as the lease lasts. A process
 * that dies after sending sends again when the lease ends, with the same delivery ids; a worker that was frozen beyond its lease settles
 * nothing.
 */
export class DeliveryWorker {
  private readonly leaseMs: number;

  constructor(
    private readonly deps: {
      channel: NotificationChannel;
      deliveries: DeliveryStore;
      ids: Ids;
      random: () => number;
      logger: LoggerService;
      meters: Meters;
      traces: Traces;
      leaseMs?: number;
      /** A batch was settled. */
      onMoved?: () => void;
    },
  ) {
    this.leaseMs = deps.leaseMs ?? defaultLeaseMs;
  }

  /** One batch. */
  async deliver(): Promise<Round> {
    const { channel, deliveries, ids, meters, traces, logger } = this.deps;
    const token = ids.next();
    const leaseEndsAt = performance.now() + this.leaseMs;
    const claimed = await deliveries.claim({
      channel: channel.id,
      token,
      limit: channel.batchSize ?? 1,
      leaseMs: this.leaseMs,
    });
    if (!claimed) return 'idle';
    const outcomes = await traces.follow(
      claimed.traceparent,
      `send ${channel.id}`,
      {
        kind: 'producer',
        attributes: {
          'messaging.operation.type': 'send',
          'messaging.destination.name': channel.id,
          'messaging.batch.message_count': claimed.deliveries.length,
          'messaging.message.id': claimed.message.eventId,
        },
      },
      () => this.send(claimed),
    );
    let closed = 0;
    const failures: unknown[] = [];
    for (const settled of this.group(claimed.deliveries, outcomes)) {
      const { state } = settled;
      try {
        const settledNow = await this.settle(token, settled, leaseEndsAt);
        meters.attempted(
          channel.id,
          state === 'pending' ? 'retried' : state,
          settledNow,
        );
        closed += settledNow;
      } catch (error) {
        // What became of the others can be written all the same, and must be: they have left.
        failures.push(error);
      }
    }
    if (closed > 0) this.deps.onMoved?.();
    if (failures.length > 0) throw failures[0];
    if (closed < claimed.deliveries.length) {
      logger.warn(
        `${claimed.deliveries.length - closed} deliveries of ${
          channel.id
        } ended after their lease; another worker repeats them`,
      );
    }
    return 'more';
  }

  private async send({
    message,
    traceparent: cause,
    deliveries,
  }: ClaimedDeliveries): Promise<DeliveryOutcome[]> {
    const { channel, meters, traces, logger } = this.deps;
    const traceparent = traces.current(cause) ?? undefined;
    const started = performance.now();
    try {
      return await withDeadline(
        signal =>
          channel.send(
            message,
            deliveries.map(({ id, recipient, reason, attempts }) => ({
              id,
              recipient,
              reason,
              attempt: attempts,
            })),
            { signal, traceparent },
          ),
        this.leaseMs * 0.8,
        `The channel ${channel.id}`,
      );
    } catch (error) {
      const failure = toError(error);
      logger.warn(
        `The channel ${channel.id} failed for ${deliveries.length} deliveries of event ${message.eventId}`,
        failure,
      );
      return deliveries.map(() => ({
        outcome: 'failed',
        message: failure.message,
      }));
    } finally {
      meters.sent(channel.id, performance.now() - started);
    }
  }

  /**
   * Tries for as long as the database is away and the lease lasts; answers how many were settled.
   *
   * @throws Error - that of the last attempt.
   */
  private async settle(
    token: string,
    settled: Settled,
    leaseEndsAt: number,
  ): Promise<number> {
    const { channel, deliveries, logger } = this.deps;
    for (let attempt = 1; ; attempt++) {
      try {
        const now = await deliveries.settle(token, settled);
        if (attempt === 1 || performance.now() > leaseEndsAt) return now;
        // Nobody else could have them yet: what is settled already is so by an attempt whose answer was lost.
        return settled.ids.length;
      } catch (error) {
        const ends = performance.now() + settlePauseMs > leaseEndsAt;
        if (ends || !isAway(error)) throw error;
        if (attempt === 1) {
          logger.warn(
            `What became of ${settled.ids.length} deliveries of ${channel.id} could not be written; it is tried until their lease ends`,
            toError(error),
          );
        }
        await pause(settlePauseMs);
      }
    }
  }

  /** What ended alike is written with one statement. */
  private group(
    claimed: readonly Claimed[],
    outcomes: readonly DeliveryOutcome[],
  ): Settled[] {
    const groups = new Map<string, Settled & { ids: string[] }>();
    claimed.forEach((delivery, index) => {
      const { state, error } = this.judge(delivery, outcomes[index]);
      const key = JSON.stringify([state, error]);
      const group = groups.get(key) ?? {
        ids: [],
        state,
        error,
        retryInMs:
          state === 'pending'
            ? retryDelayMs(
                deliveryRetries,
                delivery.attempts,
                this.deps.random(),
              )
            : 0,
      };
      group.ids.push(delivery.id);
      groups.set(key, group);
    });
    return [...groups.values()];
  }

  private judge(
    delivery: Claimed,
    outcome: DeliveryOutcome = {
      outcome: 'failed',
      message: 'The channel did not answer for this delivery',
    },
  ): Pick<Settled, 'state' | 'error'> {
    if (outcome.outcome === 'delivered') {
      return { state: 'delivered', error: null };
    }
    const error = storable(outcome.message.slice(0, maxErrorLength));
    switch (outcome.outcome) {
      case 'undeliverable':
        return { state: 'undeliverable', error };
      case 'rejected':
        return { state: 'dead', error };
      default:
        return isGivenUp(deliveryRetries, delivery.attempts)
          ? { state: 'dead', error }
          : { state: 'pending', error };
    }
  }
}
