import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  Hands,
  MessageHandler,
  OpenSubscription,
  settleInTime,
} from '@changeguard/backstage-plugin-changeguard-node';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { ClaimedMessage, claimMessages } from './operations/claimMessages';
import { SettledMessage, settleMessages } from './operations/settleMessages';
import { WakeUp } from './WakeUp';

/** Times of a subscription, in milliseconds. */
export interface SubscriptionTimes {
  /** How long a message may be in one hand; the handler is stopped before. */
  leaseMs: number;
  /** How long a missed hint can go unnoticed. */
  pollMs: number;
  /** How long `close` waits for handlers. */
  drainMs: number;
  retryDelayMs(attempt: number): number;
}

/**
 * One replica's share of a subscription.
 *
 * A loop: settle what handlers finished (one statement for all of it), lease as many messages as hands are free (one
 * statement, more when hundreds of keys wait), hand them over, wait until a handler ends or gives back its hand, somebody
 * publishes, or `pollMs` passed. Statements that fail are tried again in the next round; a settlement that comes too late
 * changes nothing, since the lease has another token.
 *
 * States: running → `close` → draining (nothing is leased any more) → closed.
 */
export class PostgresSubscription implements OpenSubscription {
  private readonly hands: Hands;
  private readonly wakeUp = new WakeUp();
  private readonly cutOff = new AbortController();
  private settled: SettledMessage[] = [];
  private draining = false;
  /** Keys take turns: the next look begins after this one. */
  private lookAfter = '';
  private closing?: Promise<void>;
  private readonly running: Promise<void>;
  /** Why the last round failed; undefined while rounds succeed. */
  problem?: Error;

  constructor(
    private readonly options: {
      knex: Knex;
      name: string;
      handler: MessageHandler;
      concurrency: number;
      mostSlow: number;
      times: SubscriptionTimes;
      logger?: LoggerService;
    },
  ) {
    this.hands = new Hands({
      hands: options.concurrency,
      mostSlow: options.mostSlow,
      onFree: this.ring,
    });
    this.running = this.run();
  }

  /** There may be something to lease. */
  readonly ring = () => this.wakeUp.ring();

  close(): Promise<void> {
    this.closing ??= this.drain();
    return this.closing;
  }

  private async run(): Promise<void> {
    while (!this.draining) {
      await this.round();
      await this.wakeUp.wait(this.options.times.pollMs);
    }
  }

  private async round(): Promise<void> {
    const { name, logger } = this.options;
    try {
      await this.settle();
      await this.lease();
      if (this.problem) logger?.info(`Subscription ${name} works again`);
      this.problem = undefined;
    } catch (error) {
      if (!this.problem) {
        logger?.warn(
          `Subscription ${name} cannot read its messages`,
          toError(error),
        );
      }
      this.problem = toError(error);
    }
  }

  /** Fills free hands; stops when they are full, or every key was looked at. */
  private async lease(): Promise<void> {
    const { knex, name, times } = this.options;
    let rounds = this.lookAfter === '' ? 1 : 2;
    while (rounds > 0 && this.hands.free > 0 && !this.draining) {
      const { messages, lookedUntil } = await claimMessages(knex, {
        subscription: name,
        after: this.lookAfter,
        limit: this.hands.free,
        leaseMs: times.leaseMs,
        token: randomUUID(),
      });
      for (const message of messages) {
        this.hands.begin(message.ordering_key, () => this.handle(message));
      }
      this.lookAfter = lookedUntil ?? '';
      if (lookedUntil === null) rounds -= 1;
    }
  }

  private async handle(message: ClaimedMessage): Promise<void> {
    const { handler, name, times, logger } = this.options;
    const { settlement, error } = await settleInTime(
      handler,
      {
        id: message.event_id,
        orderingKey: message.ordering_key,
        data: message.data,
        attributes: message.attributes,
        attempt: message.attempts,
      },
      {
        deadlineMs: times.leaseMs * 0.8,
        graceMs: Math.min(1_000, times.leaseMs * 0.1),
        signal: this.cutOff.signal,
      },
    );
    if (error && !this.cutOff.signal.aborted) {
      logger?.warn(
        `Event ${message.event_id} failed in subscription ${name} and comes again`,
        error,
      );
    }
    const retryInMs = this.cutOff.signal.aborted
      ? 0
      : times.retryDelayMs(message.attempts);
    this.settled.push({
      position: message.position,
      leaseToken: message.lease_token,
      retryInMs: settlement === 'ack' ? null : retryInMs,
    });
    if (settlement === 'retry') setTimeout(this.ring, retryInMs).unref();
  }

  private async settle(): Promise<void> {
    if (this.settled.length === 0) return;
    const batch = this.settled;
    this.settled = [];
    try {
      await settleMessages(this.options.knex, this.options.name, batch);
    } catch (error) {
      this.settled.unshift(...batch);
      throw error;
    }
  }

  private async drain(): Promise<void> {
    this.draining = true;
    this.wakeUp.ring();
    const timer = setTimeout(
      () => this.cutOff.abort(),
      Math.max(0, this.options.times.drainMs - 1_000),
    );
    await this.running;
    await this.hands.idle();
    clearTimeout(timer);
    await this.settle().catch(error =>
      this.options.logger?.warn(
        `Messages of ${this.options.name} come again when their leases end`,
        error,
      ),
    );
  }
}
