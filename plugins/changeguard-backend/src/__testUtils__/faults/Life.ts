/** What never happens: the rest of an instance that was abandoned. */
export function never<T>(): Promise<T> {
  return new Promise(() => {});
}

/**
 * The life of one instance. What is abandoned gets no answer any more and has no effect any more, as if its process had been
 * killed: every port asks here first.
 *
 * States: alive → `end` → over.
 */
export class Life {
  over = false;
  private readonly cuts: (() => void)[] = [];

  /** @param cut - ends a connection, when the life ends */
  onEnd(cut: () => void): void {
    if (this.over) cut();
    else this.cuts.push(cut);
  }

  end(): void {
    if (this.over) return;
    this.over = true;
    this.cuts.forEach(cut => cut());
  }
}
