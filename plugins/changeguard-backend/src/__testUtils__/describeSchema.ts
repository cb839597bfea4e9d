import { Knex } from 'knex';

/** Each a list of lines that say all there is of one kind; knex's own tables are left out. */
const queries = [
  `select format('%s.%s %s null:%s default:%s generated:%s', table_name, column_name, data_type, is_nullable, column_default,
     coalesce(generation_expression, identity_generation)) as line
   from information_schema.columns where table_schema = current_schema() and table_name not like 'knex%'`,
  `select indexdef as line from pg_indexes where schemaname = current_schema() and tablename not like 'knex%'`,
  `select format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
   from pg_constraint where connamespace = current_schema()::regnamespace and conrelid::regclass::text not like 'knex%'`,
  `select pg_get_triggerdef(oid) as line from pg_trigger where not tgisinternal`,
  `select pg_get_functiondef(oid) as line from pg_proc where pronamespace = current_schema()::regnamespace`,
];

/** The whole schema in words, so that two can be compared: columns, indexes, constraints, triggers, functions. */
export async function describeSchema(knex: Knex): Promise<string[]> {
  const lines: string[] = [];
  for (const query of queries) {
    const { rows } = await knex.raw<{ rows: { line: string }[] }>(query);
    lines.push(...rows.map(({ line }) => line).sort());
  }
  return lines;
}
