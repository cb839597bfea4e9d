import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  DEFINITIONS_SIGNAL_CHANNEL,
  DefinitionsSignal,
} from '@changeguard/backstage-plugin-changeguard-common';

/** A pipeline may publish many definitions in a row; an open page looks again this often, in milliseconds. */
const defaultPauseMs = 1_000;

/**
 * Tells open pages that there is something new about some definition: a revision, an acceptance, a baseline. Best effort, who misses it
 * polls. It goes to everybody and says nothing else: who may see an entity only the catalog knows, for each reader by itself, and
 * that an entity exists may be a secret.
 *
 * States: quiet → `changed` → waiting, for a pause → told, and quiet again; `stop` ends it.
 */
export class DefinitionNews {
  private timer?: NodeJS.Timeout;
  private stopped = false;

  constructor(
    private readonly deps: {
      signals: SignalsService;
      logger: LoggerService;
      pauseMs?: number;
    },
  ) {}

  /** Call it when it is committed. */
  changed(): void {
    if (this.stopped) return;
    this.timer ??= setTimeout(
      () => this.tell(),
      this.deps.pauseMs ?? defaultPauseMs,
    ).unref();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async tell(): Promise<void> {
    const { signals, logger } = this.deps;
    this.timer = undefined;
    const message: DefinitionsSignal = {};
    try {
      await signals.publish({
        recipients: { type: 'broadcast' },
        channel: DEFINITIONS_SIGNAL_CHANNEL,
        message,
      });
    } catch (error) {
      logger.warn(
        'Open pages were not told that there is something new about definitions; they poll',
        toError(error),
      );
    }
  }
}
