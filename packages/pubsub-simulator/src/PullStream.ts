import { WireReceivedMessage } from './protocol';

/** One open streaming pull, and what is outstanding on it. */
export class PullStream {
  private messages = 0;
  private bytes = 0;

  constructor(
    readonly ackDeadlineMs: number,
    /** Zero means no limit. */
    private readonly limits: { messages: number; bytes: number },
    readonly send: (messages: WireReceivedMessage[]) => void,
    readonly end: (code: number, details: string) => void,
  ) {}

  get outstanding(): number {
    return this.messages;
  }

  hasRoom(): boolean {
    const { messages, bytes } = this.limits;
    return (
      (messages === 0 || this.messages < messages) &&
      (bytes === 0 || this.bytes < bytes)
    );
  }

  take(bytes: number): void {
    this.messages += 1;
    this.bytes += bytes;
  }

  release(bytes: number): void {
    this.messages -= 1;
    this.bytes -= bytes;
  }
}
