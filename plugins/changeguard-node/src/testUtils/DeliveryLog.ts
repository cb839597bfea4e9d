import {
  MessageHandler,
  ReceivedMessage,
  Settlement,
} from '../transport/EventTransport';

const PATIENCE_MS = 30_000;

/** What a handler received, and a way to wait for it without sleeping. */
export class DeliveryLog {
  readonly received: ReceivedMessage[] = [];
  private readonly watchers = new Set<() => void>();

  constructor(
    private readonly behaviour: (
      message: ReceivedMessage,
      signal: AbortSignal,
    ) => Promise<Settlement> | Settlement = () => 'ack',
  ) {}

  readonly handler: MessageHandler = async (message, { signal }) => {
    this.received.push(message);
    this.notice();
    try {
      return await this.behaviour(message, signal);
    } finally {
      this.notice();
    }
  };

  ids(): string[] {
    return this.received.map(message => message.id);
  }

  /** First deliveries only, in their order; a transport may deliver twice. */
  firstIds(orderingKey?: string): string[] {
    const ids = this.received
      .filter(message => !orderingKey || message.orderingKey === orderingKey)
      .map(message => message.id);
    return [...new Set(ids)];
  }

  /** Resolves once every id was received, in whatever order and number. */
  async gets(ids: readonly string[]): Promise<void> {
    await this.until(`all of ${ids.length} messages`, () => {
      const received = new Set(this.ids());
      return ids.every(id => received.has(id));
    });
  }

  /** Resolves as soon as the condition holds; it is looked at whenever a handler starts or ends. */
  async until(what: string, condition: () => boolean): Promise<void> {
    if (condition()) return;
    let watch = () => {};
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve, reject) => {
      watch = () => condition() && resolve();
      this.watchers.add(watch);
      timer = setTimeout(() => {
        const distinct = this.firstIds().length;
        const seen = `${this.received.length} deliveries of ${distinct} messages`;
        reject(new Error(`Waited in vain for ${what}; saw ${seen}`));
      }, PATIENCE_MS);
    }).finally(() => {
      clearTimeout(timer);
      this.watchers.delete(watch);
    });
  }

  private notice(): void {
    for (const watch of [...this.watchers]) watch();
  }
}
