import { Budget, Comparison, EngineOptions } from '../../Comparison';
import { comparisonOf } from '../../comparisonOf';
import { Fact } from '../../Finding';
import { withinStack } from '../../text/withinStack';
import { compareDatabases } from './checks/compareDatabases';
import { gapReasons } from './gapReasons';
import { Database } from './model/Database';
import { loadParser } from './parser/loadParser';
import { replay } from './replay/replay';
import { readScript } from './script/readScript';
import { ScriptMistake } from './script/Statement';

/** Compares the schemas that two scripts make: dumps, or migrations one after another. */
export async function compareSql(
  base: string,
  revision: string,
  { budget, now }: EngineOptions,
): Promise<Comparison<Fact>> {
  await loadParser();
  return withinStack<Fact>(() => {
    const before = schemaOf(base, 'base', budget);
    if ('outcome' in before) return before;
    const after = schemaOf(revision, 'revision', budget);
    if ('outcome' in after) return after;
    // What both texts say is counted once.
    const gaps = [...new Map([...before.gaps, ...after.gaps]).values()];
    return comparisonOf(compareDatabases(before, after, now), gapReasons(gaps));
  });
}

function schemaOf(
  text: string,
  which: 'base' | 'revision',
  budget: Budget,
): Database | Extract<Comparison<Fact>, { outcome: 'failed' }> {
  try {
    return replay(readScript(text, budget));
  } catch (error) {
    if (!(error instanceof ScriptMistake)) throw error;
    const { reason, message, line } = error;
    return { outcome: 'failed', which, reason, message, line };
  }
}
