import { Fact } from '../../../Finding';
import { Database } from '../model/Database';
import { adoptNames } from './adoptNames';
import { checkRelations } from './checkRelations';
import { checkRoutines } from './checkRoutines';
import { checkSequences } from './checkSequences';
import { checkSurroundings } from './checkSurroundings';
import { checkTypes } from './checkTypes';
import { Report } from './Report';

/** What differs between two schemas; the base takes on the names that the revision gave. */
export function compareDatabases(
  base: Database,
  revision: Database,
  now: Date,
): Fact[] {
  const report = new Report(now);
  adoptNames(base, revision, report);
  checkRelations(base, revision, report);
  const context = { base, revision, report };
  checkTypes(context);
  checkRoutines(context);
  checkSequences(context);
  checkSurroundings(context);
  return report.facts;
}
