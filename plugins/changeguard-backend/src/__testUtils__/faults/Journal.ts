import { RootLoggerService } from '@backstage/backend-plugin-api';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { SignalPayload } from '@backstage/plugin-signals-node';
import { Checkpoint } from '@changeguard/audit-chain';
import { Life } from './Life';

/** What the portal's notifications took for one person. */
export interface HostSend {
  recipient: string;
  /** The same on every copy. */
  scope: string;
  /** In milliseconds of {@link Date.now}. */
  at: number;
}

/** A mail whose final dot the server saw. */
export interface TakenMail {
  messageId: string;
  to: string;
  /** In milliseconds of {@link Date.now}. */
  at: number;
}

const checkpointLine = /^Audit checkpoint (\{.*\})$/;

/** What left the instances, and what they said. Outlives them. */
export class Journal {
  readonly sends: HostSend[] = [];
  readonly mails: TakenMail[] = [];
  readonly signals: SignalPayload[] = [];
  readonly lines: string[] = [];
  /** Checkpoints of the audit trail that were written to the log. */
  readonly checkpoints: Checkpoint[] = [];
  private readonly startedAt = Date.now();

  note(line: string): void {
    this.lines.push(`${Date.now() - this.startedAt} ms  ${line}`);
  }

  send({ recipients, payload }: NotificationSendOptions): void {
    if (recipients.type !== 'entity') return;
    for (const recipient of [recipients.entityRef].flat()) {
      const { scope = '' } = payload;
      this.sends.push({ recipient, scope, at: Date.now() });
    }
  }

  mail(messageId: string, to: string): void {
    this.mails.push({ messageId, to, at: Date.now() });
  }

  signal(signal: SignalPayload): void {
    this.signals.push(signal);
  }

  /** What knex has to say about one instance's connections. */
  knexLog(life: Life) {
    return { warn: (line: string) => !life.over && this.note(`knex ${line}`) };
  }

  /** The logger of one instance, whose words are kept while it lives. */
  logger(life: Life): RootLoggerService {
    const say =
      (level: string) =>
      (message: string, meta?: Error | object): void => {
        if (life.over) return;
        const why = meta instanceof Error ? `: ${meta.message}` : '';
        this.note(`${level} ${message}${why}`);
      };
    const logger: RootLoggerService = {
      error: say('error'),
      warn: say('warn'),
      info: message => {
        const checkpoint = checkpointLine.exec(message)?.[1];
        if (checkpoint && !life.over) {
          this.checkpoints.push(JSON.parse(checkpoint));
        }
      },
      debug: () => {},
      child: () => logger,
    };
    return logger;
  }
}
