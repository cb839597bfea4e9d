import { sql, SqlFragment } from './SqlFragment';

/**
 * Whether one of some owners is among a change's, or its consumers'. With a limit rather than `exists`, because PostgreSQL would turn
 * that into a hash of everything these owners own, which grows with the database, where a few index look-ups do.
 */
export function among(
  table: 'schema_change_owners' | 'affected_consumer_owners',
  changeId: string,
  ownerRefs: readonly string[],
): SqlFragment {
  return sql(
    `coalesce((select true from ${table} o where o.change_id = ${changeId} and o.owner_ref = any(?) limit 1), false)`,
    ownerRefs,
  );
}
