import { SmtpMailer } from '../smtp/SmtpMailer';

/** Whether the SMTP server takes mail. */
export type SmtpState = { state: 'fine' | 'away'; message?: string };

const MEMO_MS = 15_000;

/** Asks the server at most once in 15 seconds, however often and by how many the health route is asked. */
export class SmtpHealth {
  private memo: { at: number; state: Promise<SmtpState> } | undefined;

  constructor(
    private readonly mailer: Pick<SmtpMailer, 'verify'>,
    private readonly now: () => number = Date.now,
  ) {}

  check(): Promise<SmtpState> {
    if (!this.memo || this.now() - this.memo.at >= MEMO_MS) {
      this.memo = { at: this.now(), state: this.ask() };
    }
    return this.memo.state;
  }

  private async ask(): Promise<SmtpState> {
    try {
      await this.mailer.verify();
      return { state: 'fine' };
    } catch (error) {
      return { state: 'away', message: (error as Error).message };
    }
  }
}
