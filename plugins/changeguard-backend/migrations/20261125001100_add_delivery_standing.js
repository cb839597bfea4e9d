// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // Generated, so that what operators filter by is one column of one index, and the previous release need not know of it.
  await knex.raw(
    `alter table deliveries add column standing text not null generated always as (
       case when state = 'pending' and (attempts > 1 or last_error is not null) then 'retrying' else state end
     ) stored`,
  );
  // Walked once per channel and standing, newest first; counted without reading the table.
  await knex.raw(
    'create index deliveries_of_channel on deliveries (channel, standing, created_at, id)',
  );
  await knex.raw(
    'create index deliveries_of_recipient on deliveries (recipient, created_at, id)',
  );

  await knex.schema.createTable('delivery_watchers', table => {
    table.comment('Who lately looked at deliveries, and is told by signals');
    table.text('user_ref').primary();
    table.timestamp('seen_at').notNullable().defaultTo(knex.fn.now());
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('delivery_watchers');
  await knex.raw('drop index deliveries_of_recipient');
  await knex.raw('alter table deliveries drop column standing');
};
