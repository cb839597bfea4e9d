import { Hands } from '@changeguard/backstage-plugin-changeguard-node';

/**
 * Works through items one at a time per key, in their order, and on as many keys at a time as there are free hands. Keys take
 * turns, so that a key with many items does not hold back the others.
 */
export class KeyedQueue<T> {
  private readonly waiting = new Map<string, T[]>();
  private readonly turns: string[] = [];
  private readonly hands: Hands;

  constructor(
    bounds: { hands: number; mostSlow: number },
    /** Must not reject. */
    private readonly work: (item: T) => Promise<void>,
  ) {
    this.hands = new Hands({ ...bounds, onFree: () => this.fill() });
  }

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
  idle(): Promise<void> {
    return this.hands.idle();
  }

  private fill(): void {
    while (this.hands.free > 0) {
      const key = this.turns.shift();
      if (key === undefined) return;
      const item = this.waiting.get(key)?.shift();
      if (item === undefined) {
        this.waiting.delete(key);
        continue;
      }
      this.hands.begin(key, async () => {
        await this.work(item);
        this.turns.push(key);
      });
    }
  }
}
