// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('definitions', table => {
    table.comment(
      'Texts of definitions by what they contain: a text that comes again is stored once',
    );
    table.text('hash').primary().comment('SHA-256 of the text, in hex');
    table.integer('bytes').notNullable().comment('Of the text in UTF-8');
    table.binary('content').notNullable().comment('The text, gzipped');
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
  });

  await knex.schema.createTable('revisions', table => {
    table.comment('One stored version of an entity’s definition');
    table.uuid('id').primary();
    table
      .specificType('position', 'bigint generated always as identity')
      .notNullable();
    table.text('entity_ref').notNullable();
    table.text('format').notNullable();
    table.text('version').comment('As its publisher called it');
    table
      .text('hash')
      .notNullable()
      .comment('Of its text in definitions, which is kept for a time');
    table.integer('bytes').notNullable();
    table.text('source').notNullable().comment('catalog, ci or request');
    table.text('brought_by').notNullable();
    table.text('commit');
    table.text('url');
    table.timestamp('created_at').notNullable().defaultTo(knex.fn.now());
    table
      .uuid('previous_id')
      .comment('What it was compared with: the last readable one before it');
    table
      .boolean('readable')
      .notNullable()
      .comment('Whether the next one can be compared with it');
    table.text('outcome').comment('Of comparing it with the one before');
    table.text('verdict');
    table.integer('breaking').notNullable().defaultTo(0);
    table.integer('dangerous').notNullable().defaultTo(0);
    table.integer('non_breaking').notNullable().defaultTo(0);
    table.jsonb('failure');
    table
      .jsonb('difference')
      .comment('Findings, reasons and changelog against the one before');
    table
      .uuid('change_id')
      .references('schema_changes.id')
      .onDelete('set null')
      .comment('The change that it made or is part of');
    table.index(['hash']);
    table.index(['change_id']);
  });
  await knex.raw(
    'create unique index revisions_of_entity on revisions (entity_ref, position)',
  );

  await knex.schema.createTable('watched_entities', table => {
    table.comment(
      'What the sweep of the catalog last saw of an entity; its row is the lock of everything that is detected about it',
    );
    table.text('entity_ref').primary();
    table.text('etag').comment('Of the entity, or of the file it names');
    table.text('hash').comment('Of the text the catalog last had');
    table.text('problem').comment('Why its definition could not be read');
    table.timestamp('seen_at').notNullable().defaultTo(knex.fn.now());
  });

  await knex.schema.createTable('acceptances', table => {
    table.comment('Findings that the provider’s owners accept');
    table.uuid('id').notNullable().unique();
    table
      .specificType('position', 'bigint generated always as identity')
      .notNullable();
    table.text('entity_ref').notNullable();
    table.text('fingerprint').notNullable();
    table.text('rule').notNullable();
    table.text('severity').notNullable();
    table.text('pointer').notNullable();
    table.text('message').notNullable();
    table.text('reason').notNullable();
    table.text('accepted_by').notNullable();
    table.timestamp('accepted_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('until');
    table.primary(['entity_ref', 'fingerprint']);
    table.index(['entity_ref', 'position']);
  });

  // Before changes are locked, because it reads all findings.
  await knex.raw('create index findings_fingerprint on findings (fingerprint)');
  await knex.schema.alterTable('schema_changes', table => {
    table
      .uuid('base_revision_id')
      .comment('Of a detected change: the last revision before it');
    table
      .uuid('latest_revision_id')
      .comment('Of a detected change: the newest revision it was seen in');
    table
      .timestamp('reverted_at')
      .comment('When the definition no longer held what was detected');
  });
  await knex.raw(
    `create index schema_changes_detected on schema_changes (entity_ref)
     where base_revision_id is not null and status in ('draft', 'announced')`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index findings_fingerprint');
  await knex.raw('drop index schema_changes_detected');
  await knex.schema.alterTable('schema_changes', table => {
    table.dropColumns('base_revision_id', 'latest_revision_id', 'reverted_at');
  });
  for (const table of [
    'acceptances',
    'watched_entities',
    'revisions',
    'definitions',
  ]) {
    await knex.schema.dropTableIfExists(table);
  }
};
