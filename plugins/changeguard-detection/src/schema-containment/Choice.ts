import { TooManyAlternatives } from './expand';
import type { Nearest } from './Nearest';
import { Question } from './Question';
import { Reason } from './Reason';
import { reasonOf } from './reasonOf';
import { Found, Reasons } from './Reasons';

/**
 * Several ways to fit, of which one is enough. The first that has no reasons against it so far is taken to hold, and when some are
 * found the next one is looked for; after the last it is said what is told instead.
 */
export class Choice {
  readonly reasons = new Reasons();

  constructor(
    private readonly question: Question,
    private readonly ways: Iterator<readonly Found[]>,
    private readonly otherwise: Reason | Nearest,
  ) {}

  /** Looks for the next way that holds, and returns what there may turn out to be against it. */
  goOn(): Reasons | undefined {
    try {
      for (let next = this.ways.next(); !next.done; next = this.ways.next()) {
        const reasons = Reasons.of(next.value);
        if (reasons.areNone) return reasons;
      }
      this.reasons.become([this.otherwise]);
    } catch (error) {
      if (!(error instanceof TooManyAlternatives)) throw error;
      this.reasons.become([
        reasonOf(this.question, 'undecidable', 'alternatives'),
      ]);
    }
    return undefined;
  }
}
