import type {
  EventTransport,
  PublishOutcome,
  TransportMessage,
} from '@changeguard/backstage-plugin-changeguard-node';

/** Publishes as it is told, by default not at all, and tells those who wait for an event. */
export class NotedPublisher {
  readonly kind: string;
  private published = 0;
  private readonly waiting = new Map<string, () => void>();
  private goal?: { count: number; reached: () => void };

  constructor(
    private readonly inner: Pick<EventTransport, 'kind' | 'publish'> = {
      kind: 'nothing',
      publish: async messages =>
        messages.map(() => ({ outcome: 'published' as const })),
    },
  ) {
    this.kind = inner.kind;
  }

  async publish(
    messages: readonly TransportMessage[],
  ): Promise<PublishOutcome[]> {
    const outcomes = await this.inner.publish(messages);
    this.published += messages.length;
    for (const { id } of messages) {
      this.waiting.get(id)?.();
      this.waiting.delete(id);
    }
    if (this.goal && this.published >= this.goal.count) this.goal.reached();
    return outcomes;
  }

  /** Resolves when the event has been published; to be asked before it can have been. */
  of(eventId: string): Promise<void> {
    return new Promise(resolve => this.waiting.set(eventId, resolve));
  }

  /** Resolves when so many more have been published. */
  more(count: number): Promise<void> {
    return new Promise(reached => {
      this.goal = { count: this.published + count, reached };
    });
  }
}
