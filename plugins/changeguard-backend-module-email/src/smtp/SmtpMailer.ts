import { createTransport } from 'nodemailer';
import type { NodemailerError, SendMailOptions } from 'nodemailer';
import { DeliveryOutcome } from '@changeguard/backstage-plugin-changeguard-node';
import { SmtpConfig } from '../config/readEmailConfig';
import { judgeSmtpError } from './judgeSmtpError';
import { redactSecrets } from './redactSecrets';

/** Milliseconds. The whole stays below the lease of a delivery (30 s), so that an attempt ends before it is another's. */
export interface SmtpTimeouts {
  connection: number;
  greeting: number;
  /** Silence in the middle of a session. */
  socket: number;
  /** A whole attempt, waiting for a free connection included; a server that trickles is never silent. */
  attempt: number;
}

const defaultTimeouts: SmtpTimeouts = {
  connection: 5_000,
  greeting: 5_000,
  socket: 10_000,
  attempt: 20_000,
};

/**
 * Hands mails to one SMTP server over pooled connections.
 *
 * States: open → `close` → closed, after which every send answers `failed`. Connections open on demand and are dropped
 * after an error or four idle minutes.
 */
export class SmtpMailer {
  private readonly pool: ReturnType<typeof createPool>;

  constructor(
    private readonly config: SmtpConfig,
    private readonly timeouts: SmtpTimeouts = defaultTimeouts,
  ) {
    this.pool = createPool(config, timeouts);
  }

  /** Tries once. `failed` leaves open whether the server took the mail: its reply may have been lost. */
  async send(
    mail: SendMailOptions,
    signal: AbortSignal,
  ): Promise<DeliveryOutcome> {
    const deadline = AbortSignal.timeout(this.timeouts.attempt);
    try {
      await this.pool.sendMail({
        ...mail,
        signal: AbortSignal.any([signal, deadline]),
      });
      return { outcome: 'delivered' };
    } catch (error) {
      const known = error as NodemailerError;
      return judgeSmtpError(known, this.wordsFor(known, deadline.aborted));
    }
  }

  /**
   * Connects and logs in, sending nothing.
   *
   * @throws Error - in words without secrets
   */
  async verify(): Promise<void> {
    try {
      await this.pool.verify();
    } catch (error) {
      throw new Error(this.wordsFor(error as NodemailerError, false));
    }
  }

  /** Closes the connections, those in the middle of a mail too: their deliveries are retried elsewhere. */
  close(): void {
    this.pool.close({ force: true });
  }

  private wordsFor(error: NodemailerError, late: boolean): string {
    const { host, port, auth } = this.config;
    const server = `${host}:${port}`;
    if (late) {
      return `The SMTP server ${server} did not finish within ${this.timeouts.attempt} ms`;
    }
    const said = error.response
      ? `answered: ${error.response}`
      : `failed: ${error.message}`;
    return redactSecrets(`The SMTP server ${server} ${said}`, auth);
  }
}

function createPool(config: SmtpConfig, timeouts: SmtpTimeouts) {
  const { auth, host, port, requireTls, secure } = config;
  return createTransport({
    pool: true,
    host,
    port,
    secure,
    requireTLS: requireTls,
    ...(auth && { auth: { user: auth.username, pass: auth.password } }),
    connectionTimeout: timeouts.connection,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.socket,
    dnsTimeout: timeouts.connection,
    maxConnections: 5,
    // A reused connection that the server had already closed costs one try each; more is the delivery worker's to pace.
    maxRequeues: 5,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });
}
