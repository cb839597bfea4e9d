import { Fact, Side } from '../../../Finding';
import { Place } from '../model/Relation';

/** What is said of one difference. */
export interface Statement {
  before?: string | null;
  after?: string | null;
  beforePlace?: Place;
  afterPlace?: Place;
  side?: Side;
  details?: Readonly<Record<string, string>>;
}

/** Collects facts. */
export class Report {
  readonly facts: Fact[] = [];

  constructor(readonly now: Date) {}

  state(rule: string, path: string, said: Statement = {}): void {
    const { before = null, after = null } = said;
    this.facts.push({
      rule,
      side: said.side ?? null,
      pointer: path,
      before,
      after,
      beforeRange: rangeOf(said.beforePlace),
      afterRange: rangeOf(said.afterPlace),
      details: {
        path,
        before: before ?? 'nothing',
        after: after ?? 'nothing',
        ...said.details,
      },
    });
  }
}

function rangeOf(place: Place | undefined) {
  return place && { startLine: place.startLine, endLine: place.endLine };
}
