import { sql, SqlFragment } from './SqlFragment';

/**
 * Whether one of some owners is among a change's, or its consumers'. A change has few owners: all are read. Its consumers may be ten
 * thousand: they are looked up owner by owner, with a limit rather than `exists`, because PostgreSQL would turn that into a hash of everything these
 * owners own, which grows with the database.
 *
 * Neither asks for `owner_ref = any(?)`: PostgreSQL would guess how many there are, and not keep a plan that rests on the guess.
 */
export function among(
  table: 'schema_change_owners' | 'affected_consumer_owners',
  changeId: string,
  ownerRefs: readonly string[],
): SqlFragment {
  return sql(
    table === 'schema_change_owners'
      ? `array(select o.owner_ref from ${table} o where o.change_id = ${changeId}) && ?::text[]`
      : `coalesce((select true from unnest(?::text[]) as claim(ref)
         where (select true from ${table} o where o.owner_ref = claim.ref and o.change_id = ${changeId} limit 1) limit 1), false)`,
    ownerRefs,
  );
}
