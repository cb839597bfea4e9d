import { Message, Topic } from '@google-cloud/pubsub';

const ATTRIBUTE = 'heartbeat';
/** The client waits 15 seconds for an answer to its keepalive before it drops a stream. */
const INTERVAL_MS = 10_000;

/**
 * Keeps the streams of Google's emulator alive. Every 30 seconds the client asks for a sign of life that the real service gives
 * and the emulator (0.8.20) does not; the client then drops the stream, which the emulator does not notice, and events that
 * it hands to such a dead stream wait for their lease to end, one dead stream after the other. A message of ours is a sign
 * of life as well.
 *
 * States: beating → `stop` → silent.
 */
export class EmulatorHeartbeat {
  private readonly timer: NodeJS.Timeout;

  constructor(topic: Topic, intervalMs: number = INTERVAL_MS) {
    this.timer = setInterval(() => {
      topic
        .publishMessage({
          data: Buffer.from('{}'),
          attributes: { [ATTRIBUTE]: 'true' },
        })
        // An emulator that is away is noticed by what is really published; the next beat comes anyway.
        .catch(() => {});
    }, intervalMs);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Whether a message is nothing but a sign of life. */
  static isBeat(message: Message): boolean {
    return ATTRIBUTE in message.attributes;
  }
}
