import { Database } from '../model/Database';
import { Relation } from '../model/Relation';
import { wordingOf } from '../parser/wording';
import { checkColumns } from './checkColumns';
import { checkConstraints } from './checkConstraints';
import { checkSecurity } from './checkSecurity';
import { checkTriggers } from './checkTriggers';
import { checkAnnouncement, stateRemoval } from './deprecation';
import { Report } from './Report';
import { relationText } from './wording';

/** Tables and views: which came, which went, and what became of the others. */
export function checkRelations(
  base: Database,
  revision: Database,
  report: Report,
): void {
  for (const [path, old] of base.relations) {
    if (old.schema === 'pg_temp') continue;
    const now = revision.relations.get(path);
    if (now) {
      checkRelation(path, old, now, base, revision, report);
      continue;
    }
    // A partition goes with its table.
    const parent = old.partitionOf?.parent;
    if (parent !== undefined && !revision.relations.has(parent)) continue;
    stateRemoval(report, isView(old) ? 'view-removed' : 'table-removed', path, {
      ...old,
      text: relationText(old),
    });
  }
  for (const [path, now] of revision.relations) {
    if (now.schema === 'pg_temp' || base.relations.has(path)) continue;
    report.state(isView(now) ? 'view-added' : 'table-added', path, {
      after: relationText(now),
      afterPlace: now.place,
    });
  }
}

function isView({ kind }: Relation): boolean {
  return kind === 'view' || kind === 'materialized view';
}

function checkRelation(
  path: string,
  old: Relation,
  now: Relation,
  base: Database,
  revision: Database,
  report: Report,
): void {
  checkKind(path, old, now, report);
  checkPartitioning(path, old, now, report);
  checkColumns(old, now, { base, revision, report });
  checkConstraints(old, now, { base, revision, report });
  checkSecurity(path, old, now, report);
  checkTriggers(old, now, report);
  checkAnnouncement(report, path, old, now);
}

function checkKind(
  path: string,
  old: Relation,
  now: Relation,
  report: Report,
): void {
  const said = {
    before: old.kind,
    after: now.kind,
    beforePlace: old.place,
    afterPlace: now.place,
  };
  if (isView(old) !== isView(now)) {
    report.state(
      isView(now) ? 'table-became-view' : 'view-became-table',
      path,
      said,
    );
  } else if (old.kind !== now.kind) {
    report.state('relation-kind-changed', path, said);
  } else if (isView(old)) {
    const [before, after] = [old, now].map(({ query }) =>
      wordingOf(query ?? undefined),
    );
    const names = ({ columns }: Relation) => [...columns.keys()].join();
    // Other columns are told one by one.
    if (before !== after && names(old) === names(now))
      report.state('view-query-changed', path, { ...said, before, after });
  }
  if (old.isUnlogged !== now.isUnlogged) {
    report.state(
      now.isUnlogged ? 'table-became-unlogged' : 'table-became-logged',
      path,
      { ...said, before: null, after: null },
    );
  }
}

function checkPartitioning(
  path: string,
  old: Relation,
  now: Relation,
  report: Report,
): void {
  const places = { beforePlace: old.place, afterPlace: now.place };
  if (old.partitionedBy !== now.partitionedBy) {
    report.state('table-partitioning-changed', path, {
      ...places,
      before: old.partitionedBy,
      after: now.partitionedBy,
    });
  }
  const text = ({ partitionOf }: Relation) =>
    partitionOf && `${partitionOf.parent} ${partitionOf.bounds}`;
  const [before, after] = [text(old), text(now)];
  if (before === after) return;
  let rule = 'partition-bounds-changed';
  if (before === null) rule = 'table-became-partition';
  if (after === null) rule = 'table-left-partitioned-table';
  report.state(rule, path, { ...places, before, after });
}
