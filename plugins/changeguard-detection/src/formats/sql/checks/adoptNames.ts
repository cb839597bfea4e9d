import { Database } from '../model/Database';
import { pathOf } from '../model/names';
import { moveRelation, moveType } from '../replay/move';
import { renameColumn } from '../replay/renameColumn';
import { Report } from './Report';
import { partPath } from './wording';

/** Tells what the revision's statements renamed, and gives the base the new names, so that all else is compared by them. */
export function adoptNames(
  base: Database,
  revision: Database,
  report: Report,
): void {
  for (const [path, { schema, name, formerly, place }] of revision.relations) {
    const from = formerNameIn(
      base.relations,
      revision.relations,
      path,
      formerly,
    );
    if (from === undefined) continue;
    report.state('table-renamed', path, {
      before: from,
      after: path,
      beforePlace: base.relations.get(from)!.place,
      afterPlace: place,
    });
    moveRelation(from, { schema, name }, base);
  }
  for (const [path, { schema, name, formerly, place }] of revision.types) {
    const from = formerNameIn(base.types, revision.types, path, formerly);
    if (from === undefined) continue;
    report.state('type-renamed', path, {
      before: from,
      after: path,
      beforePlace: base.types.get(from)!.place,
      afterPlace: place,
    });
    moveType(from, { schema, name }, base);
  }
  adoptColumnNames(base, revision, report);
}

function adoptColumnNames(
  base: Database,
  revision: Database,
  report: Report,
): void {
  for (const [path, relation] of revision.relations) {
    const old = base.relations.get(path);
    if (!old) continue;
    for (const column of relation.columns.values()) {
      const from = formerNameIn(
        old.columns,
        relation.columns,
        column.name,
        column.formerly,
      );
      if (from === undefined) continue;
      if (!column.isInherited) {
        report.state('column-renamed', partPath(relation, column.name), {
          before: pathOf(from),
          after: pathOf(column.name),
          beforePlace: old.columns.get(from)!.place,
          afterPlace: column.place,
        });
      }
      renameColumn(old, from, column.name);
    }
  }
}

/** The last of the former names that the base has and the revision does not. */
function formerNameIn(
  base: ReadonlyMap<string, unknown>,
  revision: ReadonlyMap<string, unknown>,
  name: string,
  formerly: readonly string[],
): string | undefined {
  if (base.has(name)) return undefined;
  return formerly.findLast(one => base.has(one) && !revision.has(one));
}
