import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  EventTransport,
  PublishOutcome,
  TransportMessage,
} from '@changeguard/backstage-plugin-changeguard-node';
import { withDeadline } from '../actors/withDeadline';
import { Round } from '../actors/WorkLoop';
import { Ids } from '../ports/Ids';
import { Meters } from '../telemetry/Meters';
import { Traces } from '../telemetry/Traces';
import { LowWaterMark } from './LowWaterMark';
import { ClaimedEvent, OutboxStore } from './OutboxStore';
import { publishTraced } from './publishTraced';
import { publishRetries, retryDelayMs } from './retryPolicy';

const defaultLeaseMs = 30_000;
const defaultLookMs = 1_000;

/**
 * Carries events from the outbox to the transport: claim → publish → mark. A process that dies between publishing and marking
 * publishes again when the lease ends; the inbox makes that harmless. An event that fails waits longer each time and holds
 * back only the later events of its own change.
 */
export class OutboxRelay {
  private readonly leaseMs: number;
  private readonly mark: LowWaterMark;

  constructor(
    private readonly deps: {
      outbox: OutboxStore;
      transport: Pick<EventTransport, 'kind' | 'destination' | 'publish'>;
      ids: Ids;
      random: () => number;
      logger: LoggerService;
      meters: Meters;
      traces: Traces;
      leaseMs?: number;
      /** How often it looks at events that committed late, failed, or are published again; see {@link LowWaterMark}. */
      lookMs?: number;
      /** Milliseconds that only ever grow; those of this process when left out. */
      now?: () => number;
      /** Called when a whole batch failed: the broker may have lost its topic. */
      onOutage?: () => void;
    },
  ) {
    this.leaseMs = deps.leaseMs ?? defaultLeaseMs;
    this.mark = new LowWaterMark({
      pauseMs: deps.lookMs ?? defaultLookMs,
      now: deps.now ?? (() => performance.now()),
    });
  }

  /** One batch. */
  async relay(): Promise<Round> {
    const { outbox, transport, ids, meters, logger } = this.deps;
    const token = ids.next();
    const claimed = await this.claim(token);
    if (claimed.length === 0) return 'idle';

    const started = performance.now();
    const outcomes = await publishTraced(this.deps, claimed, messages =>
      this.publish(messages),
    );
    const published = claimed.filter(
      (_, index) => outcomes[index].outcome === 'published',
    );
    meters.published(transport.kind, {
      published: published.length,
      failed: claimed.length - published.length,
      ms: performance.now() - started,
    });
    if (published.length > 0) {
      const marked = await outbox.markPublished(
        published.map(({ id }) => id),
        token,
      );
      if (marked < published.length) {
        logger.warn(
          `${
            published.length - marked
          } events were published after their lease had ended; another relay publishes them again`,
        );
      }
    }
    for (const [index, event] of claimed.entries()) {
      const outcome = outcomes[index];
      if (outcome.outcome === 'failed') {
        await this.postpone(event, token, outcome.error);
      }
    }
    if (published.length === 0) {
      this.deps.onOutage?.();
      return 'idle';
    }
    // The next event of a change just published is due now.
    return 'more';
  }

  private async claim(token: string): Promise<ClaimedEvent[]> {
    const { leaseMs, mark } = this;
    for (;;) {
      const claim = await this.deps.outbox.claim({
        token,
        leaseMs,
        from: mark.begin(),
      });
      if (!mark.claimed(claim)) return claim.events;
    }
  }

  private async publish(
    messages: readonly TransportMessage[],
  ): Promise<PublishOutcome[]> {
    try {
      return await withDeadline(
        () => this.deps.transport.publish(messages),
        this.leaseMs * 0.7,
        'Publishing',
      );
    } catch (error) {
      return messages.map(() => ({ outcome: 'failed', error: toError(error) }));
    }
  }

  private async postpone(
    event: ClaimedEvent,
    token: string,
    error: Error,
  ): Promise<void> {
    const { outbox, random, logger } = this.deps;
    const retryInMs = retryDelayMs(publishRetries, event.attempts, random());
    await outbox.markFailed({
      id: event.id,
      token,
      retryInMs,
      error: error.message,
    });
    logger.warn(
      `Event ${event.id} (${event.type}) could not be published, attempt ${event.attempts}; next in ${retryInMs} ms`,
      error,
    );
  }
}
