import type { Client } from 'pg';

/**
 * Brings the number of changes in the database to `target`, straight by SQL: announced changes to the given entities, each
 * with two findings and two affected consumers. Existing rows are kept.
 *
 * Their audience is not said to be resolved: else the portal would, two minutes after its start, compare these invented consumers with
 * its catalog and tell everybody of the differences while something else is measured.
 *
 * @param entities - entity refs of the sample organisation with an owner of each; the changes are dealt out over them
 */
export async function fillDatabase(
  database: Client,
  target: number,
  entities: readonly { entityRef: string; ownerRef: string }[],
): Promise<void> {
  const refs = entities.map(({ entityRef }) => entityRef);
  const owners = entities.map(({ ownerRef }) => ownerRef);
  await database.query('begin');
  await database.query(
    `create temporary table new_changes on commit drop as
     select gen_random_uuid() as id, n, ($2::text[])[1 + n % cardinality($2::text[])] as entity_ref,
       ($3::text[])[1 + n % cardinality($3::text[])] as owner_ref
     from generate_series(1, $1 - (select count(*)::int from schema_changes)) n`,
    [target, refs, owners],
  );
  await database.query(
    `insert into schema_changes (id, entity_ref, title, description, format, severity, status, source, created_by,
       effective_at, announced_at, audience_state, finding_count, sequence)
     select id, entity_ref, 'Remove field number ' || n || ' from the answer', repeat('Why this must go. ', 20), 'openapi',
       (array['breaking','dangerous','non-breaking'])[1 + n % 3], 'announced', 'manual', 'user:default/alice',
       now() + (n % 90) * interval '1 day', now(), 'none', 2, 1
     from new_changes order by n`,
  );
  await database.query(
    `insert into schema_change_owners (change_id, owner_ref) select id, owner_ref from new_changes`,
  );
  await database.query(
    `insert into findings (id, change_id, ordinal, rule, severity, side, pointer, before, after, message, fingerprint)
     select gen_random_uuid(), c.id, k, 'response-property-removed', 'breaking', 'response', '/orders/' || k, 'string', null,
       'The property is gone', gen_random_uuid()::text
     from new_changes c, generate_series(0, 1) k`,
  );
  await database.query(
    `with consumers as (
       insert into affected_consumers (id, change_id, entity_ref, direct, paths, reachable)
       select gen_random_uuid(), c.id, ($1::text[])[1 + (c.n + k) % cardinality($1::text[])], true, '[]', true
       from new_changes c, generate_series(1, 2) k
       returning id, change_id
     )
     insert into affected_consumer_owners (consumer_id, change_id, owner_ref)
     select id, change_id, 'group:default/bench-consumers' from consumers`,
    [refs],
  );
  await database.query('commit');
  // As a database stands that has grown over years, not minutes: its autovacuum would do this while something else is measured.
  await database.query('vacuum analyze');
  await database.query('checkpoint');
}

/** Gives a person unread notifications, about changes that are there. */
export async function fillNotifications(
  database: Client,
  recipient: string,
  count: number,
): Promise<void> {
  await database.query(
    `insert into notifications (id, recipient, event_id, change_id, type, title, body, link, severity)
     select gen_random_uuid(), $1, gen_random_uuid(), (select id from schema_changes limit 1), 'announced', 'A change',
       'It breaks', '/changeguard', 'breaking'
     from generate_series(1, $2)`,
    [recipient, count],
  );
  await database.query(
    `insert into notification_versions (recipient, version) values ($1, 1)
     on conflict (recipient) do update set version = notification_versions.version + 1`,
    [recipient],
  );
  await database.query('analyze notifications');
}

/** Gives a change a long discussion. */
export async function fillComments(
  database: Client,
  changeId: string,
  count: number,
): Promise<void> {
  await database.query(
    `insert into comments (id, change_id, author, body)
     select gen_random_uuid(), $1, 'user:default/bob', 'Comment number ' || n from generate_series(1, $2) n`,
    [changeId, count],
  );
  await database.query('analyze comments');
}
