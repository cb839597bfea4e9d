import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  ACCEPTANCES_SIGNAL_CHANNEL,
  AcceptancesSignal,
} from '@changeguard/backstage-plugin-changeguard-common';

/** Tells open pages of an entity's owners that what is accepted has changed: best effort, who misses it polls. */
export class AcceptanceNews {
  constructor(
    private readonly deps: { signals: SignalsService; logger: LoggerService },
  ) {}

  /** Call it when it is committed. */
  changed(entityRef: string, ownerRefs: readonly string[]): void {
    if (ownerRefs.length === 0) return;
    const message: AcceptancesSignal = { entityRef };
    this.deps.signals
      .publish({
        recipients: { type: 'user', entityRef: [...ownerRefs] },
        channel: ACCEPTANCES_SIGNAL_CHANNEL,
        message,
      })
      .catch(error =>
        this.deps.logger.warn(
          `Open pages were not told what is accepted of '${entityRef}'; they poll`,
          toError(error),
        ),
      );
  }
}
