// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('schema_changes', table => {
    table.comment('One record of a breaking change to one catalog entity');
    table.uuid('id').primary();
    table
      .specificType('position', 'bigint generated always as identity')
      .notNullable()
      .comment('Order of recording; ids are no order');
    table.text('entity_ref').notNullable();
    table.text('title').notNullable();
    table.text('description').notNullable();
    table.text('format').notNullable();
    table.text('severity').notNullable();
    table.text('status').notNullable();
    table.text('source').notNullable();
    table.text('migration_guide');
    table.text('replacement');
    table.timestamp('effective_at');
    table.timestamp('sunset_at');
    table.text('created_by').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('announced_at');
    table.timestamp('released_at');
    table.timestamp('resolved_at');
    table.timestamp('withdrawn_at');
    table
      .timestamp('entity_gone_at')
      .comment('When the entity was first missed in the catalog');
    table.integer('version').notNullable().defaultTo(1).comment('The ETag');
    table
      .integer('sequence')
      .notNullable()
      .defaultTo(0)
      .comment('Number of the last event written for this change');
    table.text('audience_state').notNullable().defaultTo('none');
    table.integer('finding_count').notNullable().defaultTo(0);
  });
  await knex.raw(`
    alter table schema_changes add column search tsvector generated always as (
      setweight(to_tsvector('simple', title), 'A') ||
      setweight(to_tsvector('simple', translate(entity_ref, ':/-._', '     ')), 'B') ||
      setweight(to_tsvector('simple', left(description, 20000)), 'C')
    ) stored`);
  await knex.raw(
    'create unique index schema_changes_position on schema_changes (position)',
  );
  await knex.raw(
    'create index schema_changes_search on schema_changes using gin (search)',
  );
  await knex.raw(
    'create index schema_changes_entity on schema_changes (entity_ref, position)',
  );
  await knex.raw(
    'create index schema_changes_status on schema_changes (status, position)',
  );
  await knex.raw(
    'create index schema_changes_updated on schema_changes (updated_at, position)',
  );
  await knex.raw(
    'create index schema_changes_effective on schema_changes (effective_at, position) where effective_at is not null',
  );

  await knex.schema.createTable('schema_change_owners', table => {
    table.comment('Owners of the changed entity when it was recorded');
    table
      .uuid('change_id')
      .notNullable()
      .references('schema_changes.id')
      .onDelete('cascade');
    table.text('owner_ref').notNullable();
    table.primary(['change_id', 'owner_ref']);
    table.index(['owner_ref', 'change_id']);
  });

  await knex.schema.createTable('findings', table => {
    table.uuid('id').primary();
    table
      .uuid('change_id')
      .notNullable()
      .references('schema_changes.id')
      .onDelete('cascade');
    table.integer('ordinal').notNullable();
    table.text('rule').notNullable();
    table.text('severity').notNullable();
    table.text('side');
    table.text('pointer').notNullable();
    table.text('before');
    table.text('after');
    table.text('message').notNullable();
    table.text('fingerprint').notNullable();
    table.unique(['change_id', 'ordinal']);
  });

  await knex.schema.createTable('comments', table => {
    table.uuid('id').primary();
    table
      .specificType('position', 'bigint generated always as identity')
      .notNullable();
    table
      .uuid('change_id')
      .notNullable()
      .references('schema_changes.id')
      .onDelete('cascade');
    table.text('author').notNullable();
    table.text('body').notNullable();
    table.jsonb('mentions').notNullable().defaultTo('[]');
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('edited_at');
    table.timestamp('deleted_at');
    table.integer('version').notNullable().defaultTo(1);
    table.unique(['change_id', 'position']);
  });
  await knex.raw(
    'create index comments_author on comments (change_id, author)',
  );

  await knex.schema.createTable('affected_consumers', table => {
    table.comment('Who is affected by a change, frozen when it is announced');
    table.uuid('id').primary();
    table
      .specificType('position', 'bigint generated always as identity')
      .notNullable();
    table
      .uuid('change_id')
      .notNullable()
      .references('schema_changes.id')
      .onDelete('cascade');
    table.text('entity_ref').notNullable();
    table.boolean('direct').notNullable();
    table.jsonb('paths').notNullable().defaultTo('[]');
    table.jsonb('evidence').notNullable().defaultTo('[]');
    table.text('answer_state').notNullable().defaultTo('identified');
    table.text('answer_note');
    table.text('answer_by');
    table.timestamp('answer_at');
    table.integer('answer_on_version');
    table.timestamp('expected_at');
    table.timestamp('waived_until');
    table.boolean('late').notNullable().defaultTo(false);
    table.timestamp('left_at');
    table.boolean('reachable').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.unique(['change_id', 'entity_ref']);
    table.unique(['change_id', 'position']);
    table.index(['entity_ref', 'change_id']);
  });

  await knex.schema.createTable('affected_consumer_owners', table => {
    table
      .uuid('consumer_id')
      .notNullable()
      .references('affected_consumers.id')
      .onDelete('cascade');
    table
      .uuid('change_id')
      .notNullable()
      .references('schema_changes.id')
      .onDelete('cascade');
    table.text('owner_ref').notNullable();
    table.primary(['consumer_id', 'owner_ref']);
    table.index(['owner_ref', 'change_id']);
    table.index(['change_id']);
  });

  await knex.schema.createTable('audience_members', table => {
    table.comment(
      'The people behind a change: whom its events are told, and why; frozen with the audience',
    );
    table
      .uuid('change_id')
      .notNullable()
      .references('schema_changes.id')
      .onDelete('cascade');
    table.text('user_ref').notNullable();
    table.text('role').notNullable().comment('provider or consumer');
    table
      .text('via_entity_ref')
      .notNullable()
      .comment('The provider, or the consumer this person stands for');
    table.text('via_owner_ref').notNullable();
    table.primary([
      'change_id',
      'user_ref',
      'role',
      'via_entity_ref',
      'via_owner_ref',
    ]);
    table.index(['user_ref', 'change_id']);
  });

  await knex.schema.createTable('subscriptions', table => {
    table.comment('Who follows or mutes an entity');
    table.text('user_ref').notNullable();
    table.text('entity_ref').notNullable();
    table.text('mode').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['user_ref', 'entity_ref']);
    table.index(['entity_ref', 'mode']);
  });

  await knex.schema.createTable('preferences', table => {
    table.text('user_ref').primary();
    table.jsonb('preferences').notNullable();
    table.timestamp('updated_at').notNullable().defaultTo(knex.fn.now());
  });

  await knex.schema.createTable('notifications', table => {
    table.uuid('id').primary();
    table
      .specificType('position', 'bigint generated always as identity')
      .notNullable();
    table.text('recipient').notNullable();
    table.uuid('event_id').notNullable();
    table
      .uuid('change_id')
      .notNullable()
      .references('schema_changes.id')
      .onDelete('cascade');
    table.text('type').notNullable();
    table.text('title').notNullable();
    table.text('body').notNullable();
    table.text('link').notNullable();
    table.text('severity').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('read_at');
    table.unique(['event_id', 'recipient']);
    table.index(['change_id']);
    table.index(['created_at']);
  });
  await knex.raw(
    'create unique index notifications_of_recipient on notifications (recipient, position)',
  );
  await knex.raw(
    'create index notifications_unread on notifications (recipient, position) where read_at is null',
  );

  await knex.schema.createTable('notification_versions', table => {
    table.comment(
      'Counts the changes to a person’s notifications, so that a cached unread count is keyed by it',
    );
    table.text('recipient').primary();
    table.bigInteger('version').notNullable();
  });

  await knex.schema.createTable('outbox', table => {
    table.comment(
      'Events on their way to the transport; column names are Debezium’s defaults',
    );
    table.uuid('id').primary();
    table
      .specificType('position', 'bigint generated always as identity')
      .notNullable();
    table.text('aggregatetype').notNullable();
    table.uuid('aggregateid').notNullable().comment('The change');
    table.text('type').notNullable();
    table.text('payload').notNullable().comment('The event as JSON');
    table.integer('sequence').notNullable();
    table
      .specificType('required_subscribers', 'text[]')
      .notNullable()
      .comment('Who must have it in the inbox before it is finished');
    table.text('traceparent');
    table.text('address').comment('Of the caller; never published');
    table.text('user_agent').comment('Of the caller; never published');
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.integer('attempts').notNullable().defaultTo(0);
    table.timestamp('next_attempt_at').notNullable().defaultTo(knex.fn.now());
    table.uuid('lease_token');
    table.timestamp('lease_until');
    table.timestamp('published_at');
    table.timestamp('finished_at');
    table.text('last_error');
    table.unique(['aggregateid', 'sequence']);
  });
  await knex.raw(
    'create index outbox_unpublished on outbox (position) where published_at is null',
  );
  await knex.raw(
    'create index outbox_unpublished_of_change on outbox (aggregateid, sequence) where published_at is null',
  );
  await knex.raw(
    'create index outbox_unfinished on outbox (published_at) where published_at is not null and finished_at is null',
  );
  await knex.raw(
    'create index outbox_finished on outbox (finished_at) where finished_at is not null',
  );

  await knex.schema.createTable('inbox', table => {
    table.comment('What each subscriber has handled');
    table.text('subscriber').notNullable();
    table.uuid('event_id').notNullable();
    table.timestamp('handled_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['event_id', 'subscriber']);
    table.index(['handled_at']);
  });

  await knex.schema.createTable('channel_messages', table => {
    table.comment('What is told about one event, the same for all recipients');
    table.uuid('event_id').notNullable();
    table.text('channel').notNullable();
    table
      .uuid('change_id')
      .notNullable()
      .references('schema_changes.id')
      .onDelete('cascade');
    table.jsonb('message').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['event_id', 'channel']);
    table.index(['change_id']);
  });

  await knex.schema.createTable('deliveries', table => {
    table.comment('One (event, channel, recipient) that must reach someone');
    table.uuid('event_id').notNullable();
    table.text('channel').notNullable();
    table.text('recipient').notNullable();
    table.uuid('id').notNullable().unique();
    table
      .uuid('change_id')
      .notNullable()
      .references('schema_changes.id')
      .onDelete('cascade');
    table.text('reason').notNullable();
    table
      .text('state')
      .notNullable()
      .comment('pending, delivered, undeliverable or dead');
    table.integer('attempts').notNullable().defaultTo(0);
    table.timestamp('next_attempt_at').notNullable().defaultTo(knex.fn.now());
    table.uuid('lease_token');
    table.timestamp('lease_until');
    table.text('last_error');
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('settled_at');
    table.primary(['event_id', 'channel', 'recipient']);
    table.index(['change_id', 'recipient']);
  });
  await knex.raw(
    `create index deliveries_pending on deliveries (channel, next_attempt_at) where state = 'pending'`,
  );

  await knex.schema.createTable('audit_records', table => {
    table.comment('Who did what, when, from where, before and after, why');
    table.uuid('id').primary();
    table
      .specificType('position', 'bigint generated always as identity')
      .notNullable();
    table.uuid('event_id').unique();
    table.uuid('change_id');
    table.integer('sequence').comment('Of the event, within its change');
    table.text('entity_ref');
    table.text('actor').notNullable();
    table.text('actor_type').notNullable();
    table.text('action').notNullable();
    table.text('outcome').notNullable();
    table.jsonb('before');
    table.jsonb('after');
    table.text('reason');
    table.text('request_id');
    table.text('address');
    table.text('user_agent');
    table.timestamp('at').notNullable();
    table.unique(['position']);
  });
  await knex.raw(
    'create index audit_records_of_change on audit_records (change_id, at, sequence, position)',
  );

  await knex.schema.createTable('idempotency_keys', table => {
    table.text('caller').notNullable();
    table.text('operation').notNullable();
    table.text('key').notNullable();
    table.text('request_hash').notNullable();
    table.integer('status').notNullable();
    table.uuid('resource_id').notNullable();
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['caller', 'operation', 'key']);
    table.index(['created_at']);
  });

  await knex.schema.createTable('transport_messages', table => {
    table.comment('The embedded transport: one row per event and subscription');
    table.text('subscription').notNullable();
    table.uuid('event_id').notNullable();
    table
      .specificType('position', 'bigint generated always as identity')
      .notNullable();
    table.text('ordering_key').notNullable();
    table.jsonb('attributes').notNullable();
    table.text('data').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.timestamp('available_at').notNullable().defaultTo(knex.fn.now());
    table.uuid('lease_token');
    table.timestamp('lease_until');
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['subscription', 'position']);
    table.index(['subscription', 'ordering_key', 'position']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'transport_messages',
    'idempotency_keys',
    'audit_records',
    'deliveries',
    'channel_messages',
    'inbox',
    'outbox',
    'notification_versions',
    'notifications',
    'preferences',
    'subscriptions',
    'audience_members',
    'affected_consumer_owners',
    'affected_consumers',
    'comments',
    'findings',
    'schema_change_owners',
    'schema_changes',
  ]) {
    await knex.schema.dropTableIfExists(table);
  }
};
