// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('acceptances', table => {
    table
      .text('format')
      .comment('Whose rule it is, such as openapi; null where nobody said');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('acceptances', table => {
    table.dropColumn('format');
  });
};
