// @ts-check

/**
 * A delivery is written by the statement that writes its message, whose own reference holds the change: looking the change up again for
 * each of ten thousand recipients took a fifth of the time of writing them. With the reference go its cascades, so triggers
 * take their place.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    `alter table deliveries drop constraint deliveries_change_id_foreign;
     create function changeguard_delete_deliveries() returns trigger language plpgsql set search_path from current as $$
     begin
       if tg_op = 'TRUNCATE' then
         truncate deliveries;
       else
         delete from deliveries where change_id = old.id;
       end if;
       return null;
     end $$;
     create trigger schema_changes_deliveries after delete on schema_changes
       for each row execute function changeguard_delete_deliveries();
     create trigger schema_changes_no_deliveries after truncate on schema_changes
       for each statement execute function changeguard_delete_deliveries();`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(
    `drop trigger schema_changes_deliveries on schema_changes;
     drop trigger schema_changes_no_deliveries on schema_changes;
     drop function changeguard_delete_deliveries;
     alter table deliveries add constraint deliveries_change_id_foreign
       foreign key (change_id) references schema_changes (id) on delete cascade;`,
  );
};
