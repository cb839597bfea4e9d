import { LoggerService } from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  CHANGEGUARD_SIGNAL_CHANNEL,
  ChangeGuardEvent,
  ChangeGuardSignal,
} from '@changeguard/backstage-plugin-changeguard-common';

/** Refs per signal, so that none grows past what the portal's event bus carries. */
const chunkSize = 500;

/** Tells open browsers that something happened: ids only, best effort; who misses it polls. */
export class SignalPublisher {
  constructor(
    private readonly deps: { signals: SignalsService; logger: LoggerService },
  ) {}

  /** @param refs - users, and groups for whoever claims to belong to them. */
  publish(event: ChangeGuardEvent, refs: readonly string[]): void {
    const message: ChangeGuardSignal = {
      changeId: event.subject,
      type: event.type,
      sequence: event.sequence,
    };
    for (let from = 0; from < refs.length; from += chunkSize) {
      this.deps.signals
        .publish({
          recipients: {
            type: 'user',
            entityRef: refs.slice(from, from + chunkSize),
          },
          channel: CHANGEGUARD_SIGNAL_CHANNEL,
          message,
        })
        .catch(error =>
          this.deps.logger.warn(
            `Open pages were not told of event ${event.id}; they poll`,
            error,
          ),
        );
    }
  }
}
