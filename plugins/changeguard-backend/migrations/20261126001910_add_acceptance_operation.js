// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('acceptances', table => {
    table
      .text('operation')
      .comment('Such as GET /orders: which of the places that share a finding');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('acceptances', table => {
    table.dropColumn('operation');
  });
};
