import { LoggerService } from '@backstage/backend-plugin-api';
import { Round } from '../actors/WorkLoop';
import { OutboxStore } from './OutboxStore';

const finishBatch = 1_000;
const abandonedMs = 24 * 3_600_000;
const republishBatch = 100;

/**
 * Follows published events to their end: `finished` when every subscriber that was required when the event was written has
 * it in its inbox; published again when one still misses it after a while, because a topic was wiped, a subscription
 * expired, or a release that did not know the event acknowledged it.
 */
export class Reconciler {
  constructor(
    private readonly deps: {
      outbox: OutboxStore;
      logger: LoggerService;
      /** How long subscribers have before an event is published again, in milliseconds. */
      patienceMs: number;
      /** Those that this replica has. */
      subscribers: readonly string[];
      wakeRelay: () => void;
    },
  ) {}

  async reconcile(): Promise<Round> {
    const { outbox, logger, patienceMs, subscribers, wakeRelay } = this.deps;
    const { finished, unhandled } = await outbox.finish({
      subscribers,
      abandonedMs,
      limit: finishBatch,
    });
    for (const { subscriber, events } of unhandled) {
      logger.warn(
        `${events} events were closed that ${subscriber} never handled: they waited for more than a day, and there is no such subscriber here any longer`,
      );
    }
    if (finished === finishBatch) return 'more';

    const again = await outbox.republish({ patienceMs, limit: republishBatch });
    for (const { id, type, missing } of again) {
      logger.warn(
        `Event ${id} (${type}) has not reached ${missing.join(
          ', ',
        )} and is published again`,
      );
    }
    if (again.length > 0) wakeRelay();
    return again.length === republishBatch ? 'more' : 'idle';
  }
}
