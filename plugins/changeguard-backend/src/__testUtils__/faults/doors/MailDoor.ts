import { once } from 'events';
import { AddressInfo, Socket } from 'net';
import { text } from 'stream/consumers';
import { SMTPServer, SMTPServerSession } from 'smtp-server';
import { FaultPlan } from '../FaultPlan';
import { Journal } from '../Journal';
import { Life } from '../Life';

type Done = (error?: Error | null) => void;

/** A real SMTP server for one instance, so that none hears of an abandoned one any more: every step of a session is a point. */
export class MailDoor {
  private readonly sockets = new Set<Socket>();
  private readonly server = new SMTPServer({
    // Without a log-in and, because its certificate is self-signed, without STARTTLS.
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onConnect: (session, done) => this.step('connect', session, done),
    onMailFrom: (_, session, done) => this.step('MAIL FROM', session, done),
    onRcptTo: (_, session, done) => this.step('RCPT TO', session, done),
    onData: (stream, session, done) => {
      text(stream).then(
        mail =>
          this.step('final dot', session, done, () => this.take(mail, session)),
        done,
      );
    },
  });

  constructor(
    private readonly plan: FaultPlan,
    private readonly life: Life,
    private readonly journal: Journal,
  ) {
    this.server.server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    // Clients that leave in the middle are what this is about.
    this.server.on('error', () => {});
    this.life.onEnd(() => this.close());
  }

  /** @returns its port */
  async open(): Promise<number> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server.server, 'listening');
    return (this.server.server.address() as AddressInfo).port;
  }

  private close(): void {
    this.server.close();
    this.sockets.forEach(socket => socket.destroy());
  }

  private step(
    name: string,
    session: SMTPServerSession,
    done: Done,
    effect: () => void = () => {},
  ): void {
    if (this.life.over) return;
    const mode = this.plan.pass(`smtp: ${name}`);
    if (mode !== 'before') effect();
    if (mode === 'abandon') this.life.end();
    else if (mode === 'before' || mode === 'after') this.drop(session);
    else if (mode !== 'hang') done();
  }

  private drop(session: SMTPServerSession): void {
    for (const socket of this.sockets) {
      if (socket.remotePort === session.remotePort) socket.destroy();
    }
  }

  private take(mail: string, { envelope }: SMTPServerSession): void {
    const [, messageId = ''] = /^Message-ID:\s*(\S+)/im.exec(mail) ?? [];
    const [{ address: to }] = envelope.rcptTo;
    this.journal.mail(messageId, to);
  }
}
