import { Column, Relation } from '../model/Relation';
import { checkColumn } from './checkColumn';
import { Context } from './Context';
import { stateRemoval } from './deprecation';
import { columnText, partPath } from './wording';

/** The columns of a table or view. What was inherited is told with the parent. */
export function checkColumns(
  old: Relation,
  now: Relation,
  context: Context,
): void {
  const { report } = context;
  const isView = now.kind === 'view' || now.kind === 'materialized view';
  for (const column of old.columns.values()) {
    const path = partPath(now, column.name);
    const next = now.columns.get(column.name);
    if (column.isInherited && (!next || next.isInherited)) continue;
    if (next) {
      checkColumn(path, column, next, { ...context, isReadOnly: isView });
      continue;
    }
    stateRemoval(
      report,
      isView ? 'view-column-removed' : 'column-removed',
      path,
      { ...column, text: columnText(column) },
    );
  }
  for (const column of now.columns.values()) {
    if (old.columns.has(column.name) || column.isInherited) continue;
    const rule = isRequired(column) ? 'required-column-added' : 'column-added';
    report.state(
      isView ? 'view-column-added' : rule,
      partPath(now, column.name),
      {
        after: columnText(column),
        afterPlace: column.place,
      },
    );
  }
}

/** Whether a writer has to name it. */
export function isRequired(column: Column): boolean {
  return (
    column.notNull &&
    column.fallback === null &&
    column.identity === null &&
    column.generated === null
  );
}
