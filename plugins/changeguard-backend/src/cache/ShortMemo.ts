/**
 * Remembers answers for seconds, in this process, for a bounded number of keys; asked for twice at once, the question is put once.
 * Failures are not remembered.
 */
export class ShortMemo<T> {
  private readonly entries = new Map<
    string,
    { value: Promise<T>; until: number }
  >();

  constructor(
    private readonly options: { milliseconds: number; entries: number },
    private readonly now: () => number = () => performance.now(),
  ) {}

  get(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.peek(key);
    if (known) return known;
    const value = ask();
    this.set(key, value);
    value.catch(() => {
      if (this.entries.get(key)?.value === value) this.entries.delete(key);
    });
    return value;
  }

  /** What is remembered of a key. */
  peek(key: string): Promise<T> | undefined {
    const entry = this.entries.get(key);
    return entry && entry.until > this.now() ? entry.value : undefined;
  }

  set(key: string, value: Promise<T>): void {
    this.entries.delete(key);
    this.entries.set(key, {
      value,
      until: this.now() + this.options.milliseconds,
    });
    // A map iterates in the order of insertion: the first key is the oldest.
    if (this.entries.size > this.options.entries) {
      const [oldest] = this.entries.keys();
      this.entries.delete(oldest);
    }
  }
}
