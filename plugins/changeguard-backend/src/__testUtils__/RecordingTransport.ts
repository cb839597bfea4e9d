import {
  PublishOutcome,
  TransportMessage,
} from '@changeguard/backstage-plugin-changeguard-node';

/** Publishes into a list; `judge` decides what becomes of a message. */
export class RecordingTransport {
  readonly kind = 'recording';
  readonly published: TransportMessage[] = [];
  judge: (message: TransportMessage) => Error | null = () => null;

  async publish(
    messages: readonly TransportMessage[],
  ): Promise<PublishOutcome[]> {
    return messages.map(message => {
      const error = this.judge(message);
      if (error) return { outcome: 'failed', error };
      this.published.push(message);
      return { outcome: 'published' };
    });
  }

  names(): string[] {
    return this.published.map(({ data }) => JSON.parse(data).name);
  }
}
