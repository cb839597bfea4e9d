import type { Nearest } from './Nearest';
import { Reason } from './Reason';
import { Reasons } from './Reasons';

/** Reasons that are looked at to tell how near an alternative is. */
export const WEIGHED = 200;

/** An alternative that does not allow everything. */
export class Candidate {
  /** What is told of several ways within it is one reason, whichever is the nearest there: that may lead back to here. */
  private readonly weighed: readonly (Reason | Nearest)[];
  private readonly weight: number;
  private written: string | undefined;

  constructor(readonly reasons: Reasons) {
    this.weighed = reasons.first(WEIGHED);
    // A near miss has few reasons, and open ones weigh less than certain ones.
    this.weight = this.weighed.reduce(
      (sum, one) => sum + (isOpen(one) ? 0.01 : 1),
      0,
    );
  }

  /** Whether one of its reasons is certain. */
  get isSure(): boolean {
    return this.weighed.some(one =>
      'kind' in one ? !isOpen(one) : one.isSure,
    );
  }

  /** Of two that are as near as each other, one is taken whatever the order they are written in. */
  isNearerThan(other: Candidate): boolean {
    if (this.weight !== other.weight) return this.weight < other.weight;
    return this.text < other.text;
  }

  private get text(): string {
    this.written ??= this.weighed
      .flatMap(one => ('kind' in one ? [one] : one.against))
      .map(({ kind, identity }) => `${kind} ${identity}`)
      .sort()
      .join();
    return this.written;
  }
}

function isOpen(one: Reason | Nearest): boolean {
  return 'kind' in one && one.kind === 'undecidable';
}
