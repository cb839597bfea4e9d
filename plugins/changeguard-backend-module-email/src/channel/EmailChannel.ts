import { stringifyError } from '@backstage/errors';
import {
  ChannelDelivery,
  ChannelMessage,
  DeliveryOutcome,
  NotificationChannel,
  UnsubscribeLinks,
} from '@changeguard/backstage-plugin-changeguard-node';
import { EmailConfig } from '../config/readEmailConfig';
import { composeMail } from '../mail/composeMail';
import { SmtpMailer } from '../smtp/SmtpMailer';
import { RecipientDirectory } from './RecipientDirectory';
import { SmtpHealth } from './SmtpHealth';

/** What the channel works with. */
export interface EmailChannelDeps {
  config: Pick<EmailConfig, 'from' | 'replyTo' | 'portalUrl'>;
  directory: RecipientDirectory;
  links: UnsubscribeLinks;
  mailer: SmtpMailer;
  health: SmtpHealth;
}

/** Tells people by mail: one mail per delivery, none without a way to stop them. */
export class EmailChannel implements NotificationChannel {
  readonly id = 'email';
  readonly subscriber = 'email';
  readonly preference = 'email';
  readonly batchSize = 1;

  constructor(private readonly deps: EmailChannelDeps) {}

  async send(
    message: ChannelMessage,
    deliveries: readonly ChannelDelivery[],
    context: { signal: AbortSignal; traceparent?: string },
  ): Promise<DeliveryOutcome[]> {
    return Promise.all(
      deliveries.map(delivery => this.sendOne(message, delivery, context)),
    );
  }

  async health() {
    return this.deps.health.check();
  }

  private async sendOne(
    message: ChannelMessage,
    delivery: ChannelDelivery,
    { signal, traceparent }: { signal: AbortSignal; traceparent?: string },
  ): Promise<DeliveryOutcome> {
    const { config, directory, links, mailer } = this.deps;
    try {
      const { mailbox, authorName } = await directory.look(
        delivery.recipient,
        message.comment?.author ?? null,
      );
      if (!mailbox.found) {
        return { outcome: 'undeliverable', message: mailbox.message };
      }
      const unsubscribeUrl = await links.forRecipient(delivery.recipient);
      const mail = composeMail({
        ...config,
        message,
        delivery,
        to: mailbox.mailbox,
        authorName,
        traceparent,
        unsubscribeUrl: new URL(unsubscribeUrl).href,
      });
      return await mailer.send(mail, signal);
    } catch (error) {
      return {
        outcome: 'failed',
        message: `The mail could not be made: ${stringifyError(error)}`,
      };
    }
  }
}
