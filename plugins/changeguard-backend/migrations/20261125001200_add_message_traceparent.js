// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('channel_messages', table => {
    table
      .text('traceparent')
      .comment('Of the event’s handling; sending goes on in its trace');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('channel_messages', table => {
    table.dropColumn('traceparent');
  });
};
