import { once } from 'node:events';
import { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import PostalMime, { Email } from 'postal-mime';
import { SMTPServer, SMTPServerOptions } from 'smtp-server';

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

  private constructor(private readonly server: SMTPServer) {}

  static async start(options: SMTPServerOptions = {}): Promise<TestMailServer> {
    const server: SMTPServer = new SMTPServer({
      // Without a log-in and, because its certificate is self-signed, without STARTTLS.
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onConnect: (_session, done) =>
        self.behaviour.hang === 'greeting' ? undefined : done(),
      onRcptTo: (_address, _session, done) =>
        done(failure(self.behaviour.refuseRecipient)),
      onData: async (stream, session, done) => {
        const raw = await text(stream);
        const { mailFrom, rcptTo } = session.envelope;
        const { dropBeforeReply, hang, refuseMail } = self.behaviour;
        self.taken.push({
          envelope: {
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
          },
          raw,
          parsed: await PostalMime.parse(raw),
        });
        if (dropBeforeReply) {
          self.dropConnections();
        } else if (hang !== 'reply') {
          done(failure(refuseMail));
        }
      },
      ...options,
    });
    const self = new TestMailServer(server);
    server.server.on('connection', (socket: Socket) => {
      self.connections += 1;
      self.sockets.add(socket);
      socket.once('close', () => self.sockets.delete(socket));
    });
    server.on('error', () => {});
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return self;
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
}

function failure(reply: { code: number; words: string } | undefined) {
  return reply
    ? Object.assign(new Error(reply.words), { responseCode: reply.code })
    : null;
}
