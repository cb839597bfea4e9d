/** Places in the chain, each from–to. @public */
export type Ranges = readonly (readonly [from: number, to: number])[];

/** A set of places; asking is quick however many ranges it was made of. @public */
export class Places {
  /** Ascending, and apart from each other. */
  private readonly runs: [from: number, to: number][] = [];

  /** @param ranges - in any order; they may overlap */
  constructor(ranges: Ranges) {
    for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
      const last = this.runs[this.runs.length - 1];
      if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
      else this.runs.push([from, to]);
    }
  }

  has(seq: number): boolean {
    return this.endOf(seq) !== null;
  }

  /** The last of those that follow each other from this one on; null when this is none of them. */
  endOf(seq: number): number | null {
    let [low, high] = [0, this.runs.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.runs[middle][1] < seq) low = middle + 1;
      else high = middle;
    }
    const run = this.runs[low];
    return run && run[0] <= seq ? run[1] : null;
  }

  /** Those of a stretch. */
  within(from: number, to: number): Ranges {
    return this.runs
      .filter(run => run[0] <= to && run[1] >= from)
      .map(run => [Math.max(run[0], from), Math.min(run[1], to)] as const);
  }
}
