import { once } from 'node:events';
import { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import PostalMime, { Email } from 'postal-mime';
import { SMTPServer, SMTPServerOptions, SMTPServerSession } from 'smtp-server';

/** What the server does with the next mails. */
export interface TestMailServerBehaviour {
  /** Answers `RCPT TO` with an error. */
  refuseRecipient?: { code: number; words: string };
  /** Answers the final dot with an error. */
  refuseMail?: { code: number; words: string };
  /** Takes the mail whole, then cuts the connection before the answer. */
  dropBeforeReply?: boolean;
  /** Never answers: not even a greeting, or not after the mail. */
  hang?: 'greeting' | 'reply';
}

/** One mail as the server took it. */
export interface TakenMail {
  envelope: { from: string; to: string[] };
  raw: string;
  parsed: Email;
}

/** A real SMTP server on a free port, that keeps every mail whose final dot it saw. */
export class TestMailServer {
  readonly taken: TakenMail[] = [];
  behaviour: TestMailServerBehaviour = {};
  /** Connections opened so far. */
  connections = 0;
  private readonly sockets = new Set<Socket>();

  private readonly server: SMTPServer;

  private constructor(options: SMTPServerOptions) {
    this.server = new SMTPServer({
      // Without a log-in and, because its certificate is self-signed, without STARTTLS.
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onConnect: (_session, done) =>
        this.behaviour.hang === 'greeting' ? undefined : done(),
      onRcptTo: (_address, _session, done) =>
        done(failure(this.behaviour.refuseRecipient)),
      onData: async (stream, session, done) => {
        await this.take(await text(stream), session.envelope);
        const { dropBeforeReply, hang, refuseMail } = this.behaviour;
        if (dropBeforeReply) {
          this.dropConnections();
        } else if (hang !== 'reply') {
          done(failure(refuseMail));
        }
      },
      ...options,
    });
    this.server.server.on('connection', (socket: Socket) => {
      this.connections += 1;
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    // Clients that leave in the middle are what these tests are about.
    this.server.on('error', () => {});
  }

  static async start(options: SMTPServerOptions = {}): Promise<TestMailServer> {
    const started = new TestMailServer(options);
    started.server.listen(0, '127.0.0.1');
    await once(started.server.server, 'listening');
    return started;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  dropConnections(): void {
    this.sockets.forEach(socket => socket.destroy());
  }

  async stop(): Promise<void> {
    this.dropConnections();
    await new Promise<void>(resolve => this.server.close(() => resolve()));
  }

  private async take(
    raw: string,
    { mailFrom, rcptTo }: SMTPServerSession['envelope'],
  ) {
    this.taken.push({
      envelope: {
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map(({ address }) => address),
      },
      raw,
      parsed: await PostalMime.parse(raw),
    });
  }
}

function failure(reply: { code: number; words: string } | undefined) {
  return reply
    ? Object.assign(new Error(reply.words), { responseCode: reply.code })
    : null;
}
