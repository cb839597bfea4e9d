// @ts-check

/**
 * What was sealed of a record, by its names; null when it is no JSON object, or one that PostgreSQL cannot show. A function, because
 * PostgreSQL cannot be asked whether a text is JSON before its version 16, and even then not whether its texts can be shown. It costs an
 * export 3 µs a record.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    `create function changeguard_audit_members(canonical text) returns jsonb language plpgsql immutable strict as $$
     declare content jsonb;
     begin
       content := canonical::jsonb;
       return case when jsonb_typeof(content) = 'object' then content end;
     exception when data_exception or program_limit_exceeded then
       return null;
     end $$`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop function changeguard_audit_members');
};
