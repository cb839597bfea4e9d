import { Fact, Finding } from './Finding';

/**
 * What came of comparing two versions. Never "no changes" for what could not be compared: `partial` and `failed` say why.
 *
 * @public
 */
export type Comparison<T = Finding> =
  | { outcome: 'compared'; findings: T[] }
  | {
      /** Some of it could not be read, such as imports; the rest was compared. */
      outcome: 'partial';
      findings: T[];
      reasons: string[];
    }
  | {
      outcome: 'failed';
      reason:
        | 'parse-error'
        | 'too-large'
        | 'too-deep'
        | 'timed-out'
        | 'unsupported';
      /** Which of the two texts, where one is to blame. */
      which: 'base' | 'revision' | null;
      /** One sentence that says what to do about it. */
      message: string;
      line?: number;
    };

/** Limits on what is read; inputs are hostile. @public */
export interface Budget {
  /** Largest text, in bytes of UTF-8. */
  bytes: number;
  /** Deepest nesting. */
  depth: number;
  /** Most nodes after aliases are followed; of JSON, names count as well. */
  nodes: number;
}

/** What holds when nothing else is asked for. @public */
export const defaultBudget: Budget = {
  bytes: 16 * 1024 * 1024,
  depth: 512,
  nodes: 2_000_000,
};

/** What every engine is given. @public */
export interface EngineOptions {
  /** What may be read. */
  budget: Budget;
  /** Today, for sunset dates. */
  now: Date;
  /**
   * For data formats: which direction has to hold. `backward`: new readers read old data; `forward`: old readers read new
   * data; `full`: both. Defaults to `full`.
   */
  compatibility?: 'backward' | 'forward' | 'full';
}

/**
 * Compares two texts of one format and states facts. It neither reads files nor the network, and never throws for a bad
 * text.
 *
 * @public
 */
export type Engine = (
  base: string,
  revision: string,
  options: EngineOptions,
) => Promise<Comparison<Fact>> | Comparison<Fact>;
