import { Candidate, WEIGHED } from './Candidate';
import { Reason } from './Reason';
import { Reasons } from './Reasons';

/**
 * Which of several alternatives, none of which allows everything, is told of: the nearest. Asked only when everything is known, so that
 * it does not depend on what was looked at first.
 */
export class Nearest {
  private chosen: Candidate | undefined;
  private known: readonly Reason[] | undefined;

  /** `inWords` says in one reason what the nearest has several for, and whether one of them is certain. */
  constructor(
    private readonly alternatives: readonly Reasons[],
    private readonly inWords?: (isSure: boolean) => Reason,
  ) {}

  /** What is told. */
  get told(): Reason | Reasons {
    return this.inWords?.(this.isSure) ?? this.candidate.reasons;
  }

  /** Whether what is told is certain. */
  get isSure(): boolean {
    return this.candidate.isSure;
  }

  /** What is against all of them, but for what several ways within them lead to. */
  get against(): readonly Reason[] {
    this.known ??= Reasons.of(this.alternatives)
      .first(WEIGHED)
      .filter(one => 'kind' in one);
    return this.known;
  }

  private get candidate(): Candidate {
    this.chosen ??= this.alternatives
      .map(reasons => new Candidate(reasons))
      .reduce((nearest, other) =>
        other.isNearerThan(nearest) ? other : nearest,
      );
    return this.chosen;
  }
}
