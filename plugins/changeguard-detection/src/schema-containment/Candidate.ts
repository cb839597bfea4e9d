import { Reason } from './Reason';
import { Reasons } from './Reasons';

/** Reasons that are looked at to tell which alternative is the nearest. */
const WEIGHED = 200;

/** An alternative that does not allow everything. */
export class Candidate {
  private readonly weighed: readonly Reason[];
  private readonly weight: number;

  constructor(readonly reasons: Reasons) {
    this.weighed = reasons.first(WEIGHED);
    // A near miss has few reasons, and open ones weigh less than certain ones.
    this.weight = this.weighed.reduce(
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
