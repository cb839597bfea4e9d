import { Told } from '../tellStory';
import { World } from '../World';

/** What a run left behind. */
export interface Outcome {
  world: World;
  told: Told;
}

/** Something that must hold after every run, whatever failed in it. */
export interface Invariant {
  name: string;
  /** Answers a sentence per violation. */
  check(outcome: Outcome): Promise<string[]>;
}

/** An invariant as a query that finds its violations, each a row with a `sentence`. */
export interface LedgerInvariant extends Invariant {
  sql: string;
}

/** @param sql - finds violations, each a row with a `sentence` */
export function noRows(name: string, sql: string): LedgerInvariant {
  return {
    name,
    sql,
    check: async ({ world }) => {
      const { rows } = await world.database.query<{ sentence: string }>(sql);
      return rows.map(({ sentence }) => sentence);
    },
  };
}
