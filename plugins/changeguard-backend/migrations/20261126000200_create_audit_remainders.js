// @ts-check

/** 244 random bits of the server's strong generator. */
const newSalt = `decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')`;

/**
 * Answers each record as it is afterwards, and whether it was until then what had been sealed: what somebody altered before is not to be
 * vouched for. Columns may say more than was sealed, since later releases may have more of them. The new salt keeps what remains from
 * being guessed from its digest once the record is purged. A release that knows nothing of remainders takes the places only.
 */
const erase = `
  create function changeguard_audit_erase(ids uuid[], person text)
  returns table (seq bigint, was_sealed boolean, remainder audit_records)
  language plpgsql set search_path from current as $$
  begin
    perform set_config('changeguard.audit_removal', pg_current_xact_id()::text, true);
    return query
      with sealed as materialized (
        select s.seq, o.id,
          case when sha256(o.salt || convert_to(o.canonical, 'UTF8')) = s.digest
            then changeguard_audit_canonical(o)::jsonb @> o.canonical::jsonb else false end as is_intact
        from audit_seals s join audit_records o on o.id = s.record_id
        where o.id = any(ids) and o.erased_at is null
        order by s.seq for update of o
      )
      update audit_records r set
        actor = case when lower(r.actor) = lower(person) then 'erased' else r.actor end,
        on_behalf_of = case when lower(r.on_behalf_of) = lower(person) then 'erased' else r.on_behalf_of end,
        entity_ref = case when lower(r.entity_ref) = lower(person) then null else r.entity_ref end,
        before = null, after = null, reason = null, request_id = null, address = null, user_agent = null,
        canonical = null, salt = ${newSalt}, erased_at = date_trunc('milliseconds', clock_timestamp())
      from sealed
      where r.id = sealed.id
      returning sealed.seq, sealed.is_intact, r;
    perform set_config('changeguard.audit_removal', '', true);
  end $$;`;

/** As it was before. */
const eraseUnproved = `
  create function changeguard_audit_erase(ids uuid[], person text) returns table (seq bigint)
  language plpgsql set search_path from current as $$
  begin
    perform set_config('changeguard.audit_removal', pg_current_xact_id()::text, true);
    return query
      update audit_records r set
        actor = case when r.actor = person then 'erased' else r.actor end,
        on_behalf_of = case when r.on_behalf_of = person then 'erased' else r.on_behalf_of end,
        before = null, after = null, reason = null, request_id = null, address = null, user_agent = null,
        canonical = null, salt = null, erased_at = clock_timestamp()
      from audit_seals s
      where r.id = any(ids) and s.record_id = r.id and r.erased_at is null
      returning s.seq;
    perform set_config('changeguard.audit_removal', '', true);
  end $$;`;

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('audit_remainders', table => {
    table.comment(
      'What erasures left of records: digest = SHA-256(salt, the columns); all of a removal are signed in its record',
    );
    table.bigInteger('seq').primary();
    table.uuid('removal_id').notNullable();
    table.binary('digest').notNullable();
    table.index(['removal_id', 'seq']);
  });
  await knex.raw(
    `create trigger audit_remainders_refuse before update or delete on audit_remainders
       for each row execute function changeguard_audit_refuse();
     create trigger audit_remainders_keep before truncate on audit_remainders
       for each statement execute function changeguard_audit_refuse();
     drop function changeguard_audit_erase;
     ${erase}`,
  );
};

/**
 * What was erased until then stays erased, and is not proved any more: the removals go on to say that something remained.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`drop function changeguard_audit_erase; ${eraseUnproved}`);
  await knex.schema.dropTable('audit_remainders');
};
