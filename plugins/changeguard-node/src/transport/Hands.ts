/** Half a second: a call to another service mostly takes a few hundred milliseconds. */
const SLOW_AFTER_MS = 500;

/**
 * The hands of a subscription: how many messages it works on at a time. For authors of transports, like `settleInTime`.
 *
 * Work takes a hand and gives it back when it ends, or after half a second: then it is slow, and mostly waits for something
 * that does not answer. So messages whose handlers hang until their deadline do not hold up the others, until `mostSlow` of them do. Work
 * on a key that was slow takes no hand the next time. With a `mostSlow` of 0 there is never more work than hands.
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
      /** How much work there may be beyond the hands, such as the `mostSlow` of a subscription. */
      mostSlow: number;
      /** Called when one may be free again. */
      onFree: () => void;
    },
  ) {}

  /** How much work may begin now. */
  get free(): number {
    const { hands, mostSlow } = this.options;
    return Math.min(
      hands - this.taken.size,
      hands + mostSlow - this.working.size,
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
    if (this.slowKeys.size > this.options.mostSlow)
      this.slowKeys.delete(oldest);
  }
}
