// @ts-check

const backfillBatch = 2_000;

/**
 * What a record says, as the bytes that are sealed. Written once, when the record is appended: later releases may say it differently,
 * what was sealed stays what it is.
 */
const canonicalFunction = `
  create function changeguard_audit_canonical(r audit_records) returns text language sql stable as $$
    select json_build_object(
      'id', r.id,
      'eventId', r.event_id,
      'changeId', r.change_id,
      'sequence', r.sequence,
      'at', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'actor', r.actor,
      'actorType', r.actor_type,
      'onBehalfOf', r.on_behalf_of,
      'action', r.action,
      'outcome', r.outcome,
      'entityRef', r.entity_ref,
      'before', r.before,
      'after', r.after,
      'reason', r.reason,
      'requestId', r.request_id,
      'origin', r.origin,
      'address', r.address,
      'userAgent', r.user_agent
    )::text
  $$`;

/** 244 random bits of the server's strong generator. */
const newSalt = `decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')`;

/** Triggers, so that records of a release that knows nothing of the chain are sealed as well. */
const appending = `
  create function changeguard_audit_prepare() returns trigger language plpgsql set search_path from current as $$
  begin
    new.at := date_trunc('milliseconds', new.at);
    new.salt := ${newSalt};
    new.canonical := changeguard_audit_canonical(new);
    new.erased_at := null;
    return new;
  end $$;

  create function changeguard_audit_enqueue() returns trigger language plpgsql set search_path from current as $$
  begin
    insert into audit_unsealed (record_id, position) values (new.id, new.position);
    return null;
  end $$;

  create trigger audit_records_prepare before insert on audit_records
    for each row execute function changeguard_audit_prepare();
  create trigger audit_records_enqueue after insert on audit_records
    for each row execute function changeguard_audit_enqueue();`;

/**
 * They keep mistakes out, not administrators: whoever may drop a trigger is found by the chain and by a checkpoint that is kept elsewhere.
 * The two functions that take contents away let themselves through by a setting that holds the number of their transaction.
 */
const refusing = `
  create function changeguard_audit_refuse() returns trigger language plpgsql as $$
  begin
    if tg_op <> 'TRUNCATE' and tg_table_name = 'audit_records'
      and current_setting('changeguard.audit_removal', true) = pg_current_xact_id()::text
    then
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end if;
    raise exception 'The audit trail is append-only: % of % is refused', tg_op, tg_table_name
      using errcode = 'insufficient_privilege';
  end $$;

  create function changeguard_audit_only_sealed() returns trigger language plpgsql set search_path from current as $$
  begin
    if tg_op = 'DELETE' then
      if exists (select from audit_seals where record_id = old.record_id) then return old; end if;
    end if;
    raise exception 'A record of the audit trail waits to be sealed: % is refused', tg_op
      using errcode = 'insufficient_privilege';
  end $$;

  create trigger audit_records_refuse before update or delete on audit_records
    for each row execute function changeguard_audit_refuse();
  create trigger audit_seals_refuse before update or delete on audit_seals
    for each row execute function changeguard_audit_refuse();
  create trigger audit_checkpoints_refuse before update or delete on audit_checkpoints
    for each row execute function changeguard_audit_refuse();
  create trigger audit_unsealed_refuse before update or delete on audit_unsealed
    for each row execute function changeguard_audit_only_sealed();
  create trigger audit_records_keep before truncate on audit_records
    for each statement execute function changeguard_audit_refuse();
  create trigger audit_seals_keep before truncate on audit_seals
    for each statement execute function changeguard_audit_refuse();
  create trigger audit_checkpoints_keep before truncate on audit_checkpoints
    for each statement execute function changeguard_audit_refuse();
  create trigger audit_unsealed_keep before truncate on audit_unsealed
    for each statement execute function changeguard_audit_only_sealed();`;

/** Both take sealed records only, so that the chain knows of everything that was ever written. */
const removing = `
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
  end $$;

  create function changeguard_audit_purge(ids uuid[]) returns bigint
  language plpgsql set search_path from current as $$
  declare purged bigint;
  begin
    perform set_config('changeguard.audit_removal', pg_current_xact_id()::text, true);
    delete from audit_records r using audit_seals s where r.id = any(ids) and s.record_id = r.id;
    get diagnostics purged = row_count;
    perform set_config('changeguard.audit_removal', '', true);
    return purged;
  end $$;`;

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    `alter table audit_records
       add column on_behalf_of text,
       add column origin text,
       add column canonical text,
       add column salt bytea,
       add column erased_at timestamptz,
       alter column at set default clock_timestamp()`,
  );
  await knex.raw(`comment on column audit_records.canonical is 'The bytes that are sealed, made by a trigger';
    comment on column audit_records.on_behalf_of is 'The person in whose name a service acted'`);

  await knex.raw(
    `create index audit_records_at on audit_records (at, position);
     create index audit_records_actor on audit_records (actor, at, position);
     create index audit_records_entity on audit_records (entity_ref, at, position) where entity_ref is not null;
     create index audit_records_removals on audit_records (position) where action in ('audit.erased', 'audit.purged')`,
  );

  await knex.schema.createTable('audit_unsealed', table => {
    table.comment('Records of the audit trail that wait to be sealed');
    table.uuid('record_id').primary();
    table.bigInteger('position').notNullable();
    table.timestamp('waiting_since').notNullable().defaultTo(knex.fn.now());
    table.index(['position']);
  });
  await knex.schema.createTable('audit_seals', table => {
    table.comment(
      'The hash chain over the audit trail: digest = SHA-256(salt, canonical), hash = SHA-256(prev, seq, digest)',
    );
    table.bigInteger('seq').primary();
    table.uuid('record_id').notNullable().unique();
    table.binary('digest').notNullable();
    // Unique, so that the chain cannot fork whatever its sealers do.
    table.binary('prev').notNullable().unique();
    table.binary('hash').notNullable();
    table
      .timestamp('sealed_at')
      .notNullable()
      .defaultTo(knex.raw('clock_timestamp()'));
  });
  await knex.schema.createTable('audit_checkpoints', table => {
    table.comment('Signed statements about the chain');
    table.bigInteger('seq').primary();
    table.binary('hash').notNullable();
    table.timestamp('at').notNullable();
    table.text('key_id').notNullable();
    table.text('signature').notNullable();
  });
  await knex.schema.createTable('audit_sealer', table => {
    table.comment('Who seals at the moment: one row');
    table.boolean('only').primary().defaultTo(true).checkIn(['true']);
    table.uuid('lease_token');
    table.timestamp('lease_until');
  });
  await knex.raw('insert into audit_sealer default values');

  await knex.raw(canonicalFunction);
  // In batches, because the server, or a proxy before it, may bound how long a statement takes.
  for (let changed = backfillBatch; changed > 0; ) {
    ({ rowCount: changed } = await knex.raw(
      `update audit_records r set
         salt = ${newSalt},
         canonical = changeguard_audit_canonical(r)
       where id in (select id from audit_records where salt is null limit ?)`,
      [backfillBatch],
    ));
  }
  await knex.raw(
    'insert into audit_unsealed (record_id, position) select id, position from audit_records',
  );
  await knex.raw(appending);
  await knex.raw(refusing);
  await knex.raw(removing);

  // Last, because it locks out whoever writes an event, and filling in the trail may have taken long.
  await knex.raw(
    `alter table outbox add column origin text, add column via text`,
  );
  await knex.raw(`comment on column outbox.origin is 'Of the request: http, plugin, cli or system; never published';
    comment on column outbox.via is 'The service that called in the name of the actor; never published'`);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(
    `drop trigger audit_records_prepare on audit_records;
     drop trigger audit_records_enqueue on audit_records;
     drop trigger audit_records_refuse on audit_records;
     drop trigger audit_records_keep on audit_records;
     drop table audit_unsealed, audit_seals, audit_checkpoints, audit_sealer;
     drop function changeguard_audit_prepare, changeguard_audit_enqueue, changeguard_audit_refuse,
       changeguard_audit_only_sealed, changeguard_audit_erase, changeguard_audit_purge, changeguard_audit_canonical`,
  );
  await knex.raw(
    `drop index audit_records_at, audit_records_actor, audit_records_entity, audit_records_removals;
     alter table audit_records
       drop column on_behalf_of, drop column origin, drop column canonical, drop column salt, drop column erased_at,
       alter column at drop default`,
  );
  await knex.raw('alter table outbox drop column origin, drop column via');
};
