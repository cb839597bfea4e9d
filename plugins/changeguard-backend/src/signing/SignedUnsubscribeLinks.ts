import { UnsubscribeLinks } from '@changeguard/backstage-plugin-changeguard-node';
import { Signer } from './Signer';

const purpose = 'unsubscribe';

/** Links that switch one recipient's mail off. They do not end: a mail may be read years later. */
export class SignedUnsubscribeLinks implements UnsubscribeLinks {
  constructor(
    private readonly signer: Signer,
    /** Answers where people reach the plugin. */
    private readonly getBaseUrl: () => Promise<string>,
  ) {}

  async forRecipient(recipient: string): Promise<string> {
    const token = this.signer.sign(purpose, recipient);
    return `${await this.getBaseUrl()}/unsubscribe?token=${token}`;
  }

  /** Whom a link is for; undefined when it is not one of ours. */
  recipientOf(token: string): string | undefined {
    const recipient = this.signer.verify(purpose, token);
    return typeof recipient === 'string' ? recipient : undefined;
  }
}
