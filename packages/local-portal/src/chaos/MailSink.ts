import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { LOOPBACK } from '../processes/ports.ts';
import type { TakenMail } from './TakenMail.ts';

/**
 * A mail server that notes every mail whose final dot it saw, and can cut connections between that dot and its answer: the one moment
 * at which nobody can know whether a mail was taken.
 */
export class MailSink {
  readonly taken: TakenMail[] = [];
  /** Whether connections are cut before the answer. */
  cutting = false;
  readonly #sockets = new Map<number, Socket>();
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onData: (stream, session, done) => {
        // A backend that is killed leaves in the middle of a mail, which then was not taken.
        text(stream).then(raw => this.#take(raw, session, done), done);
      },
    });
    this.#server.server.on('connection', (socket: Socket) => {
      const port = socket.remotePort ?? 0;
      this.#sockets.set(port, socket);
      socket.once('close', () => this.#sockets.delete(port));
    });
    // Backends that are killed leave in the middle.
    this.#server.on('error', () => {});
  }

  static async start(): Promise<MailSink> {
    const sink = new MailSink();
    sink.#server.listen(0, LOOPBACK);
    await once(sink.#server.server, 'listening');
    return sink;
  }

  /** As `changeguard.email.smtp` wants it. */
  get smtp(): { host: string; port: number; secure: boolean } {
    const { port } = this.#server.server.address() as AddressInfo;
    return { host: LOOPBACK, port, secure: false };
  }

  #take(
    raw: string,
    { envelope, remotePort }: SMTPServerSession,
    done: () => void,
  ): void {
    const messageId = messageIdOf(raw);
    const changeId = /<changeguard\.change\.([0-9a-f-]{36})@/.exec(raw)?.[1];
    const cut = this.cutting;
    for (const { address } of envelope.rcptTo) {
      const at = Date.now();
      this.taken.push({ messageId, to: address, changeId, at, cut });
    }
    if (cut) {
      this.#sockets.get(remotePort)?.destroy();
    } else {
      done();
    }
  }

  async stop(): Promise<void> {
    this.#sockets.forEach(socket => socket.destroy());
    await new Promise<void>(resolve => this.#server.close(() => resolve()));
  }
}

function messageIdOf(raw: string): string {
  const id = /^message-id:\s*(<[^>]+>)/im.exec(raw)?.[1];
  if (!id) {
    throw new Error('A mail without Message-ID was handed in');
  }
  return id;
}
