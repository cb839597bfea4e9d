import { Context } from './Context';

/** Sequences that stand for themselves; one that belongs to a column is told with the column. */
export function checkSequences({ base, revision, report }: Context): void {
  for (const [path, old] of base.sequences) {
    const now = revision.sequences.get(path);
    if (!now && !old.ownedBy) {
      report.state('sequence-removed', path, {
        before: old.text || 'sequence',
        beforePlace: old.place,
      });
    } else if (now && !old.ownedBy && !now.ownedBy && old.text !== now.text) {
      report.state('sequence-changed', path, {
        before: old.text,
        after: now.text,
        beforePlace: old.place,
        afterPlace: now.place,
      });
    }
  }
  for (const [path, now] of revision.sequences) {
    if (now.ownedBy || base.sequences.has(path)) continue;
    report.state('sequence-added', path, {
      after: now.text || 'sequence',
      afterPlace: now.place,
    });
  }
}
