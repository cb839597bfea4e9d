// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // A list of drafts is read from the viewer's own; few changes are unannounced, so it costs writers little.
  await knex.raw(
    'create index schema_changes_unannounced on schema_changes (created_by, id) where announced_at is null',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index schema_changes_unannounced');
};
