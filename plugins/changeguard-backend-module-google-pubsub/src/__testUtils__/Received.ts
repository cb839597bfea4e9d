import {
  MessageHandler,
  ReceivedMessage,
} from '@changeguard/backstage-plugin-changeguard-node';

/** Acknowledges everything, and lets a test wait for it. */
export class Received {
  readonly ids: string[] = [];
  private waiting: { met: () => boolean; resolve: () => void }[] = [];

  readonly handler: MessageHandler = async (message: ReceivedMessage) => {
    this.ids.push(message.id);
    this.waiting = this.waiting.filter(({ met, resolve }) => {
      if (met()) resolve();
      return !met();
    });
    return 'ack';
  };

  count(id: string): number {
    return this.ids.filter(seen => seen === id).length;
  }

  async gets(ids: readonly string[], times = 1): Promise<void> {
    const met = () => ids.every(id => this.count(id) >= times);
    if (met()) return;
    await new Promise<void>(resolve => this.waiting.push({ met, resolve }));
  }
}
