import { RangeVar } from '@pgsql/types';
import { Database, Gap } from '../model/Database';
import { Relation } from '../model/Relation';
import { NodeKind, NodeOf } from '../parser/nodes';

/** One statement at work on what the statements before it have made. */
export interface Step {
  database: Database;
  place: Gap['place'];
}

/** Follows statements of one kind. */
export type Follow<K extends NodeKind> = (node: NodeOf<K>, step: Step) => void;

/** The path of a relation that a statement names. */
export function relationPath(
  range: RangeVar | undefined,
  { database }: Step,
): string {
  const { schemaname, relname = '' } = range ?? {};
  return database.resolve(
    'relations',
    schemaname ? [schemaname, relname] : [relname],
  );
}

/** The relation that a statement names; one that the script has not made is a gap, unless the statement allows for that. */
export function relationOf(
  range: RangeVar | undefined,
  step: Step,
  mayBeMissing = false,
): Relation | undefined {
  const path = relationPath(range, step);
  const relation = step.database.relations.get(path);
  if (!relation && !mayBeMissing) {
    leaveGap(step, `a change of ${path}, which the text does not create`);
  }
  return relation;
}

/** Notes what could not be followed. */
export function leaveGap({ database, place }: Step, what: string): void {
  const known = database.gaps.get(what);
  if (known) known.count += 1;
  else database.gaps.set(what, { what, count: 1, place });
}
