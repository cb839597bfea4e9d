import { Candidate } from './Candidate';
import { Reason } from './Reason';
import { Reasons } from './Reasons';

/** Reasons that are looked at to tell which alternative is the nearest. */
const WEIGHED = 200;

/**
 * Which of several alternatives, none of which allows everything, is told of: the nearest. Asked only when everything is known, so that
 * it does not depend on what was looked at first.
 */
export class Nearest {
  private isBegun = false;
  private chosen: { told: Reason | Reasons; weighed: readonly Reason[] } = {
    told: Reasons.none,
    weighed: [],
  };

  /** `inWords` says in one reason what the nearest has several for. */
  constructor(
    private readonly alternatives: readonly Reasons[],
    private readonly inWords?: (reasons: readonly Reason[]) => Reason,
  ) {}

  /** What is told. */
  get told(): Reason | Reasons {
    if (!this.isBegun) this.choose();
    return this.chosen.told;
  }

  /** Chooses within the alternatives first, one after the other: they lead deeper than any stack. What leads back here says nothing. */
  private choose(): void {
    const left: { next: Nearest; isLast: boolean }[] = [
      { next: this, isLast: false },
    ];
    for (let turn = left.pop(); turn; turn = left.pop()) {
      const { next, isLast } = turn;
      if (isLast) {
        next.chooseLast();
      } else if (!next.isBegun) {
        next.isBegun = true;
        left.push({ next, isLast: true });
        for (const one of next.within())
          left.push({ next: one, isLast: false });
      }
    }
  }

  private within(): Nearest[] {
    return this.alternatives
      .flatMap(reasons => reasons.first(WEIGHED))
      .filter(one => one instanceof Nearest);
  }

  private chooseLast(): void {
    const [first, ...others] = this.alternatives.map(candidateOf);
    const { reasons, weighed } = others.reduce(
      (nearest, other) => (other.isNearerThan(nearest) ? other : nearest),
      first,
    );
    const told = this.inWords?.(weighed);
    this.chosen = told ? { told, weighed: [told] } : { told: reasons, weighed };
  }

  /** The first reasons of what is told. */
  get weighed(): readonly Reason[] {
    return this.chosen.weighed;
  }
}

function candidateOf(reasons: Reasons): Candidate {
  const weighed = reasons
    .first(WEIGHED)
    .flatMap(one => (one instanceof Nearest ? one.weighed : [one]));
  // What several ways lead to is one reason.
  return new Candidate(reasons, [...new Set(weighed)].slice(0, WEIGHED));
}
