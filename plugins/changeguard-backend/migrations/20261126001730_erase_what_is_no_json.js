// @ts-check

/**
 * As it is since there are remainders, to the letter, but for what it takes for intact.
 *
 * @param {string} isIntact - Whether a record `o` of which the digest holds says what was sealed, as SQL.
 */
const erase = isIntact => `
  create or replace function changeguard_audit_erase(ids uuid[], person text)
  returns table (seq bigint, was_sealed boolean, remainder audit_records)
  language plpgsql set search_path from current as $$
  begin
    perform set_config('changeguard.audit_removal', pg_current_xact_id()::text, true);
    return query
      with sealed as materialized (
        select s.seq, o.id,
          case when sha256(o.salt || convert_to(o.canonical, 'UTF8')) = s.digest
            then ${isIntact} else false end as is_intact
        from audit_seals s join audit_records o on o.id = s.record_id
        where o.id = any(ids) and o.erased_at is null
        order by s.seq for update of o
      )
      update audit_records r set
        actor = case when lower(r.actor) = lower(person) then 'erased' else r.actor end,
        on_behalf_of = case when lower(r.on_behalf_of) = lower(person) then 'erased' else r.on_behalf_of end,
        entity_ref = case when lower(r.entity_ref) = lower(person) then null else r.entity_ref end,
        before = null, after = null, reason = null, request_id = null, address = null, user_agent = null,
        canonical = null, salt = decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'), erased_at = date_trunc('milliseconds', clock_timestamp())
      from sealed
      where r.id = sealed.id
      returning sealed.seq, sealed.is_intact, r;
    perform set_config('changeguard.audit_removal', '', true);
  end $$;`;

/**
 * What somebody made no JSON, and sealed anew, is erased as what somebody altered is, and not vouched for: an erasure broke off at it, so
 * that nothing of a person was erased any more.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    erase(
      'coalesce(changeguard_audit_canonical(o)::jsonb @> changeguard_audit_members(o.canonical), false)',
    ),
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(
    erase('changeguard_audit_canonical(o)::jsonb @> o.canonical::jsonb'),
  );
};
