// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('subscriber_failures', table => {
    table.comment(
      'Events that a subscriber failed on; over once the event is in its inbox',
    );
    table.uuid('event_id').notNullable();
    table.text('subscriber').notNullable();
    table.integer('attempts').notNullable().defaultTo(1);
    table.text('last_error').notNullable();
    table.timestamp('first_failed_at').notNullable().defaultTo(knex.fn.now());
    table.timestamp('last_failed_at').notNullable().defaultTo(knex.fn.now());
    table.primary(['event_id', 'subscriber']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('subscriber_failures');
};
