import {
  ChangeGuardEvent,
  ChangeGuardEventType,
  changeGuardEventTypes,
} from '@changeguard/backstage-plugin-changeguard-common';
import { ChangeGuardSubscriber } from '@changeguard/backstage-plugin-changeguard-node';
import { PreparingSubscriber } from './EventSubscriber';

/**
 * A subscriber of another plugin. Its effects are its own, so it runs before our transaction, which then only remembers the
 * event: a crash in between calls it again.
 */
export class PluginSubscriber implements PreparingSubscriber<void> {
  readonly id: string;
  readonly types: readonly ChangeGuardEventType[];
  /** One that hangs holds memory only: it is called outside of transactions. */
  readonly mostSlow = 100;

  constructor(private readonly subscriber: ChangeGuardSubscriber) {
    this.id = subscriber.id;
    this.types = subscriber.types ?? changeGuardEventTypes;
  }

  async prepare(event: ChangeGuardEvent, context: { signal: AbortSignal }) {
    await this.subscriber.handle(event, context);
  }

  async apply(): Promise<void> {
    // Nothing of ours besides the inbox row.
  }
}
