import { Revision } from '@changeguard/backstage-plugin-changeguard-common';
import { ListedRevision } from '../../database/RevisionReadModel';

/** The changes that revisions belong to. */
export function changesOf(
  rows: readonly Pick<ListedRevision, 'change_id'>[],
): string[] {
  return rows.flatMap(({ change_id: id }) => id ?? []);
}

/** A revision as the API answers it; `seen` are the changes that the viewer may see. */
export function presentRevision(
  row: ListedRevision,
  seen: { has(changeId: string): boolean },
): Revision {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    format: row.format,
    version: row.version,
    hash: row.hash,
    bytes: row.bytes,
    source: row.source,
    broughtBy: row.brought_by,
    at: row.created_at.toISOString(),
    commit: row.commit,
    url: row.url,
    previousId: row.previous_id,
    comparison:
      row.outcome && row.verdict
        ? {
            outcome: row.outcome,
            verdict: row.verdict,
            breaking: row.breaking,
            dangerous: row.dangerous,
            nonBreaking: row.non_breaking,
            failure: row.failure,
          }
        : null,
    changeId: row.change_id && seen.has(row.change_id) ? row.change_id : null,
    comparable: row.readable,
    textKept: row.text_kept,
  };
}
