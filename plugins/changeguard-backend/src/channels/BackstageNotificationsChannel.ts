import { toError } from '@backstage/errors';
import {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import {
  ChannelDelivery,
  ChannelMessage,
  DeliveryOutcome,
  NotificationChannel,
} from '@changeguard/backstage-plugin-changeguard-node';
import { cut, MAX_TITLE_LENGTH } from '../subscribers/notificationText';

const severities = {
  breaking: 'high',
  dangerous: 'normal',
  'non-breaking': 'low',
} as const;

/** The host's mails put a description into HTML as it is; its pages show it as text, so that an entity would be seen. */
function harmless(text: string): string {
  return text.replace(/</g, '‹').replace(/>/g, '›');
}

function toPayload(
  message: ChannelMessage,
): NotificationSendOptions['payload'] {
  return {
    title: cut(message.title, MAX_TITLE_LENGTH),
    description: harmless(message.body) || undefined,
    link: message.link,
    severity:
      message.topic === 'breaking-change'
        ? severities[message.severity]
        : 'normal',
    topic: message.topic,
    scope: `changeguard:${message.eventId}`,
  };
}

/**
 * The portal's own notifications. Users are named one by one, because the host expands groups in its own way and knows no
 * consumers; at most 100 at a time, since it saves them within one request and can fail half-way. The scope is the event, so
 * that a repeated call finds what it saved.
 */
export class BackstageNotificationsChannel implements NotificationChannel {
  readonly id = 'backstage';
  readonly subscriber = 'notification';
  readonly preference = 'inApp';
  readonly batchSize = 100;

  /** Why the last call failed; null when it did not. The host has nothing else to ask. */
  private problem: string | null = null;

  constructor(private readonly deps: { notifications: NotificationService }) {}

  async send(
    message: ChannelMessage,
    deliveries: readonly ChannelDelivery[],
  ): Promise<DeliveryOutcome[]> {
    try {
      await this.deps.notifications.send({
        recipients: {
          type: 'entity',
          entityRef: deliveries.map(({ recipient }) => recipient),
        },
        payload: toPayload(message),
      });
    } catch (error) {
      this.problem = toError(error).message;
      throw error;
    }
    this.problem = null;
    return deliveries.map(() => ({ outcome: 'delivered' }));
  }

  async health() {
    return this.problem === null
      ? { state: 'fine' as const }
      : {
          state: 'degraded' as const,
          message: `The last call to the portal’s notifications failed: ${this.problem}`,
        };
  }
}
