/** Half a second. ChangeGuard's own handlers take some milliseconds, and a call to another service mostly a few hundred. */
const SLOW_AFTER_MS = 500;
/** Work beyond the hands. A subscriber of another plugin that hangs holds memory only: it is called outside of transactions. */
const MOST_SLOW = 100;

/**
 * The hands of a subscription: how many messages it works on at a time. For authors of transports, like `settleInTime`.
 *
 * Work takes a hand and gives it back when it ends, or after half a second: then it is slow, and mostly waits for something
 * that does not answer. So messages whose handlers hang until their deadline do not hold up the others, until a hundred do. Work on
 * a key that was slow takes no hand the next time.
 *
 * @public
 */
export class Hands {
  private readonly taken = new Set<object>();
  private readonly working = new Set<Promise<void>>();
  private readonly slowKeys = new Set<string>();

  constructor(
    private readonly options: {
      /** How many there are. */
      hands: number;
      /** Called when one may be free again. */
      onFree: () => void;
    },
  ) {}

  /** How much work may begin now. */
  get free(): number {
    const { hands } = this.options;
    return Math.min(
      hands - this.taken.size,
      hands + MOST_SLOW - this.working.size,
    );
  }

  /** Begins work on a key that is not worked on; the caller saw that a hand is free. The work must not reject. */
  begin(key: string, work: () => Promise<void>): void {
    const hand = {};
    if (!this.slowKeys.delete(key)) this.taken.add(hand);
    const timer = setTimeout(() => {
      this.rememberSlow(key);
      this.taken.delete(hand);
      this.options.onFree();
    }, SLOW_AFTER_MS);
    const working = work().then(() => {
      clearTimeout(timer);
      this.taken.delete(hand);
      this.working.delete(working);
      this.options.onFree();
    });
    this.working.add(working);
  }

  /** Resolves when nothing is worked on. */
  async idle(): Promise<void> {
    while (this.working.size > 0) await Promise.all(this.working);
  }

  private rememberSlow(key: string): void {
    this.slowKeys.add(key);
    const [oldest] = this.slowKeys;
    if (this.slowKeys.size > MOST_SLOW) this.slowKeys.delete(oldest);
  }
}
