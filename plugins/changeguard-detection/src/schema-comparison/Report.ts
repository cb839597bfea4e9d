import { Fact } from '../Finding';
import { Digests } from '../text/Digests';
import { fragment } from '../text/fragment';
import { Rule } from '../Rule';
import { MOST_DIFFERENCES } from '../tooManyDifferences';
import { ApiDocument } from './ApiDocument';

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
  /** The keyword that before and after are said by, where it is one. */
  word?: string;
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

/** Collects facts. */
export class Report {
  readonly facts: PlacedFact[] = [];
  private readonly digests: { base: Digests; revision: Digests };
  private left = false;

  constructor(
    /** What facts are judged by later. */
    readonly rules: ReadonlyMap<string, Rule>,
    documents: { base: ApiDocument; revision: ApiDocument },
  ) {
    const { base, revision } = documents;
    this.digests = {
      base: new Digests(reference => base.lookUp(reference)?.value),
      revision: new Digests(reference => revision.lookUp(reference)?.value),
    };
  }

  /** Whether more was found than is collected. */
  get isFull(): boolean {
    return this.left;
  }

  /** States a fact, if there is a rule that anybody minds it by. */
  add(rule: string, sighting: Sighting): void {
    const known = this.rules.get(rule);
    if (!known || this.isFull) return;
    if (this.facts.length >= MOST_DIFFERENCES) {
      this.left = true;
      return;
    }
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
      digests: [
        this.digests.base.of(saidBy(sighting.word, sighting.before)),
        this.digests.revision.of(saidBy(sighting.word, sighting.after)),
      ],
      details: {
        before: before ?? 'nothing',
        after: after ?? 'nothing',
        ...sighting.details,
      },
    });
  }
}

/** How a value is read depends on its keyword: the order of `enum` means nothing, that of a default does. */
function saidBy(word: string | undefined, value: unknown): unknown {
  return word === undefined || value === undefined ? value : { [word]: value };
}
