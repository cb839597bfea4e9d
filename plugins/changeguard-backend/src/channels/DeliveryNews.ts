import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  DELIVERIES_SIGNAL_CHANNEL,
  DeliveriesSignal,
} from '@changeguard/backstage-plugin-changeguard-common';
import { DeliveryWatchers } from '../database/DeliveryWatchers';

/** Deliveries move by the thousand; an open page looks again this often, in milliseconds. */
const defaultPauseMs = 1_000;

/**
 * Tells who looks at deliveries that some have moved on, or that an event does not get on: best effort, who misses it polls.
 *
 * States: quiet → `moved` or `failed` → collecting, for a pause → told, and quiet again; `stop` ends it.
 */
export class DeliveryNews {
  private readonly channels = new Set<string>();
  private timer?: NodeJS.Timeout;
  private stopped = false;

  constructor(
    private readonly deps: {
      watchers: DeliveryWatchers;
      signals: SignalsService;
      logger: LoggerService;
      pauseMs?: number;
    },
  ) {}

  readonly moved = (channels: Iterable<string>): void => {
    for (const channel of channels) this.channels.add(channel);
    if (this.channels.size > 0) this.collect();
  };

  /** An event does not get on: nothing of any channel has moved, but the page shows it. */
  readonly failed = (): void => this.collect();

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private collect(): void {
    if (this.stopped) return;
    this.timer ??= setTimeout(
      () => this.tell(),
      this.deps.pauseMs ?? defaultPauseMs,
    );
  }

  private async tell(): Promise<void> {
    const { watchers, signals, logger } = this.deps;
    const message: DeliveriesSignal = { channels: [...this.channels].sort() };
    this.channels.clear();
    this.timer = undefined;
    try {
      const looking = await watchers.looking();
      if (looking.length === 0) return;
      await signals.publish({
        recipients: { type: 'user', entityRef: looking },
        channel: DELIVERIES_SIGNAL_CHANNEL,
        message,
      });
    } catch (error) {
      logger.warn(
        'Open pages of deliveries were not told that some moved on; they poll',
        toError(error),
      );
    }
  }
}
