import { Reason } from './Reason';
import { Reasons } from './Reasons';

/** An alternative that does not allow everything. */
export class Candidate {
  private readonly weight: number;

  /** `weighed`: those of its reasons that are looked at to tell how near it is. */
  constructor(readonly reasons: Reasons, readonly weighed: readonly Reason[]) {
    // A near miss has few reasons, and open ones weigh less than certain ones.
    this.weight = weighed.reduce(
      (sum, { kind }) => sum + (kind === 'undecidable' ? 0.01 : 1),
      0,
    );
  }

  /** Of two that are as near as each other, one is taken whatever the order they are written in. */
  isNearerThan(other: Candidate): boolean {
    if (this.weight !== other.weight) return this.weight < other.weight;
    return this.text() < other.text();
  }

  private text(): string {
    return this.weighed
      .map(({ kind, identity }) => `${kind} ${identity}`)
      .sort()
      .join();
  }
}
