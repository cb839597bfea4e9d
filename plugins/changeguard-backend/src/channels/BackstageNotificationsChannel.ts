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

function toPayload(
  message: ChannelMessage,
): NotificationSendOptions['payload'] {
  return {
    title: cut(message.title, MAX_TITLE_LENGTH),
    description: message.body || undefined,
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

  constructor(private readonly deps: { notifications: NotificationService }) {}

  async send(
    message: ChannelMessage,
    deliveries: readonly ChannelDelivery[],
  ): Promise<DeliveryOutcome[]> {
    await this.deps.notifications.send({
      recipients: {
        type: 'entity',
        entityRef: deliveries.map(({ recipient }) => recipient),
      },
      payload: toPayload(message),
    });
    return deliveries.map(() => ({ outcome: 'delivered' }));
  }
}
