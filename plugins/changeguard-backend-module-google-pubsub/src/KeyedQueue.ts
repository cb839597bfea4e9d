/**
 * Works through items one at a time per key, in their order, and on at most `concurrency` keys at a time. Keys take turns,
 * so that a key with many items does not hold back the others.
 */
export class KeyedQueue<T> {
  private readonly waiting = new Map<string, T[]>();
  private readonly turns: string[] = [];
  private readonly working = new Set<Promise<void>>();

  constructor(
    private readonly concurrency: number,
    /** Must not reject. */
    private readonly work: (item: T) => Promise<void>,
  ) {}

  add(key: string, item: T): void {
    const items = this.waiting.get(key);
    if (items) {
      items.push(item);
      return;
    }
    this.waiting.set(key, [item]);
    this.turns.push(key);
    this.fill();
  }

  /** Takes out the items of a key that still wait, or those of all keys. */
  take(key?: string): T[] {
    const keys = key === undefined ? [...this.waiting.keys()] : [key];
    return keys.flatMap(each => this.waiting.get(each)?.splice(0) ?? []);
  }

  /** Resolves when nothing is worked on. */
  async idle(): Promise<void> {
    while (this.working.size > 0) await Promise.all(this.working);
  }

  private fill(): void {
    while (this.working.size < this.concurrency) {
      const key = this.turns.shift();
      if (key === undefined) return;
      const item = this.waiting.get(key)?.shift();
      if (item === undefined) {
        this.waiting.delete(key);
        continue;
      }
      const working = this.work(item).then(() => {
        this.working.delete(working);
        this.turns.push(key);
        this.fill();
      });
      this.working.add(working);
    }
  }
}
