import type { NodemailerError } from 'nodemailer';
import { DeliveryOutcome } from '@changeguard/backstage-plugin-changeguard-node';

/**
 * What an SMTP error means for a delivery.
 *
 * Only what the server said about this recipient or this mail, for good, ends it (RFC 5321 4.2.1: 5yz, RFC 3463 for the
 * enhanced codes). A refused log-in or sender is the operator's to mend, so it is retried like a server that is away.
 *
 * | stage | reply | outcome |
 * |---|---|---|
 * | RCPT TO | 5yz, not x.7.z | undeliverable: the address does not take mail |
 * | RCPT TO | 5yz with x.7.z (policy) or 554 without a code | rejected |
 * | RCPT TO | 530, 535, 503 | failed: our session is not what the server wants |
 * | DATA | 5yz | rejected: the server does not want this mail |
 * | anything else | | failed |
 */
export function judgeSmtpError(
  error: NodemailerError,
  words: string,
): DeliveryOutcome {
  const { command, permanent, response = '', responseCode } = error;
  if (!permanent) {
    return { outcome: 'failed', message: words };
  }
  if (command === 'RCPT TO') {
    if (responseCode === 530 || responseCode === 535) {
      return { outcome: 'failed', message: words };
    }
    return aboutPolicy(response, responseCode)
      ? { outcome: 'rejected', message: words }
      : { outcome: 'undeliverable', message: words };
  }
  // nodemailer names no command for the reply to the final dot, only EMESSAGE.
  return command === 'DATA' || error.code === 'EMESSAGE'
    ? { outcome: 'rejected', message: words }
    : { outcome: 'failed', message: words };
}

function aboutPolicy(response: string, code: number | undefined): boolean {
  const enhanced = /^\d{3}[ -]5\.(\d{1,3})\.\d{1,3}/.exec(response);
  return enhanced ? enhanced[1] === '7' : code === 554;
}
