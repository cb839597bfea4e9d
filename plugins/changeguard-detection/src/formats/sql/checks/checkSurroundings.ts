import { Database, Grant } from '../model/Database';
import { Place } from '../model/Relation';
import { Context } from './Context';
import { Report } from './Report';

/** What surrounds tables: schemas, extensions, and who may use what. */
export function checkSurroundings({ base, revision, report }: Context): void {
  checkNames('extension', base.extensions, revision.extensions, report);
  checkNames('schema', base.schemas, revision.schemas, report);
  checkGrants(base, revision, report);
}

function checkNames(
  what: 'extension' | 'schema',
  old: ReadonlyMap<string, Place>,
  now: ReadonlyMap<string, Place>,
  report: Report,
): void {
  for (const [name, place] of old) {
    if (!now.has(name))
      report.state(`${what}-removed`, name, {
        before: what,
        beforePlace: place,
      });
  }
  for (const [name, place] of now) {
    if (!old.has(name))
      report.state(`${what}-added`, name, { after: what, afterPlace: place });
  }
}

/** Grants on what both sides have; what came or went is told as such. */
function checkGrants(base: Database, revision: Database, report: Report): void {
  const isShared = ({ object }: Grant) =>
    [base, revision].every(({ relations, routines, sequences, schemas }) =>
      [relations, routines, sequences, schemas].some(one => one.has(object)),
    );
  for (const [key, one] of base.grants) {
    if (revision.grants.has(key) || !isShared(one)) continue;
    report.state('privilege-revoked', one.object, {
      before: key,
      beforePlace: one.place,
      side: sideOf(one),
      details: { privilege: one.privilege, role: one.role },
    });
  }
  for (const [key, one] of revision.grants) {
    if (base.grants.has(key) || !isShared(one)) continue;
    report.state('privilege-granted', one.object, {
      after: key,
      afterPlace: one.place,
      details: { privilege: one.privilege, role: one.role },
    });
  }
}

function sideOf({ privilege }: Grant): 'reader' | 'writer' | undefined {
  if (/^select\b/.test(privilege)) return 'reader';
  return /^(insert|update|delete|truncate)\b/.test(privilege)
    ? 'writer'
    : undefined;
}
