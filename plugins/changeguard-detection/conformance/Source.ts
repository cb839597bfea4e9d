import { EngineOptions } from '../src/Comparison';
import { Finding, Severity } from '../src/Finding';
import { Case } from './Case';

/** How the cases of one file of a corpus are measured. */
export interface Source {
  /** The file's name without `.jsonl`. */
  name: string;
  /** The format that compares its cases, as in the registry. */
  format: string;
  /** Which cases count; a sentence says why others do not. */
  include?: (one: Case) => boolean;
  left?: string;
  /** What a case's comparison is asked for beyond the defaults. */
  options?: Partial<EngineOptions>;
  /** The two texts of a case, where they are to be made of what stands there; undefined for one that gives none. */
  texts?: (one: Case) => { base: string; revision: string } | undefined;
  /** The verdict of a case, where the source states it in words of its own. */
  expected?: (one: Case) => Case['expected'];
  /** The ids the source expects that are in our vocabulary; none: only verdicts are measured. */
  rules?: (one: Case) => string[];
  /** Why the ids of its cases are not compared, where they are of a vocabulary that does not map to ours. */
  otherIds?: string;
  /** The least severity of ours that counts when ids are compared. */
  rulesFrom?: Severity;
  /** Whether cases also carry `expected_forward`. */
  forward?: boolean;
  /** Least shares, between 0 and 1, below which measuring fails. */
  targets?: { verdicts?: number; rules?: number };
  /** What else its cases say. */
  tallies?: readonly Tally[];
  /** Where we judge otherwise knowingly, by a case's id or description, and why. */
  differences?: readonly { cases: RegExp; because: string }[];
}

/** Something that cases of a source say beside verdicts and ids, counted by itself. */
export interface Tally {
  /** What is counted, in words. */
  what: string;
  /** How much a case says of it, and with how much of that its findings agree; none where it could not be compared. */
  count: (
    one: Case,
    found: readonly Finding[] | undefined,
  ) => { agreed: number; of: number };
  /** The least share, between 0 and 1, below which measuring fails. */
  target: number;
}
