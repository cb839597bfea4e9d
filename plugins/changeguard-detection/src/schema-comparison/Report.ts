import { Fact } from '../Finding';
import { fragment } from '../text/fragment';
import { Rule } from '../Rule';

/** What a check saw. */
export interface Sighting {
  operation?: string;
  /** Where it is in each version; missing where it is not there. */
  base?: string;
  revision?: string;
  /** What it is about, where that is another place than it is shown at. */
  about?: AboutPlace;
  before?: unknown;
  after?: unknown;
  /** What tells it apart from others of the same rule and operation. */
  identity: string;
  details?: Readonly<Record<string, string>>;
}

/** A place in one of the versions. */
export interface AboutPlace {
  version: 'base' | 'revision';
  pointer: string;
}

/** A fact with the places it was found at. */
export interface PlacedFact extends Fact {
  basePointer?: string;
  revisionPointer?: string;
  about?: AboutPlace;
}

/**
 * Facts beyond it are not collected: where schemas that all refer to each other differ, every operation differs in every one of
 * them, and the number grows with the square of the text.
 */
const MOST_FACTS = 20_000;

/** Collects facts. */
export class Report {
  readonly facts: PlacedFact[] = [];

  constructor(
    /** What facts are judged by later. */
    readonly rules: ReadonlyMap<string, Rule>,
  ) {}

  /** Whether more was found than is collected. */
  get isFull(): boolean {
    return this.facts.length >= MOST_FACTS;
  }

  /** Why the comparison is only a part of one, where it is. */
  get reasons(): string[] {
    return this.isFull
      ? [
          `The versions differ in more than ${MOST_FACTS} places; the rest is not told.`,
        ]
      : [];
  }

  /** States a fact, if there is a rule that anybody minds it by. */
  add(rule: string, sighting: Sighting): void {
    const known = this.rules.get(rule);
    if (!known || this.isFull) return;
    const before = fragment(sighting.before);
    const after = fragment(sighting.after);
    this.facts.push({
      rule,
      side: known.side ?? null,
      pointer: sighting.revision ?? sighting.base ?? '',
      basePointer: sighting.base,
      revisionPointer: sighting.revision,
      about: sighting.about,
      operation: sighting.operation,
      before,
      after,
      identity: sighting.identity,
      details: {
        before: before ?? 'nothing',
        after: after ?? 'nothing',
        ...sighting.details,
      },
    });
  }
}
