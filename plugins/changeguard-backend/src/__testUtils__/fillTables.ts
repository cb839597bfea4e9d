import { Knex } from 'knex';

interface Column {
  table: string;
  column: string;
  type: string;
}

/** The same everywhere, so that rows refer to each other. */
const id = '0192f0c1-0000-7000-8000-000000000001';

const samples: Record<string, unknown> = {
  uuid: id,
  text: 'pending',
  integer: 1,
  bigint: 1,
  boolean: true,
  jsonb: '{}',
  json: '{}',
  bytea: Buffer.from('some bytes'),
  ARRAY: '{audience}',
  'timestamp with time zone': '2026-11-01T10:00:00Z',
};

/**
 * Puts a row into every table that is empty, whatever tables there are: a table that a later migration adds is filled without
 * anybody thinking of it, and one that cannot be filled fails the test that asked.
 */
export async function fillTables(knex: Knex): Promise<void> {
  let empty = await emptyTables(knex);
  while (empty.length > 0) {
    // A table comes after those that it refers to, and some fill others by triggers.
    const ready = await withoutOpenReferences(knex, empty);
    if (ready.length === 0) {
      throw new Error(`No row can be made for ${empty.join(', ')}`);
    }
    await knex(ready[0]).insert(await rowFor(knex, ready[0]));
    empty = await emptyTables(knex);
  }
}

/** What is in every table, column by column, in any order. */
export async function readTables(
  knex: Knex,
): Promise<Record<string, Record<string, unknown>[]>> {
  const tables = await tablesOf(knex);
  const contents = await Promise.all(tables.map(table => knex(table).select()));
  return Object.fromEntries(
    tables.map((table, index) => [table, contents[index]]),
  );
}

async function tablesOf(knex: Knex): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { name: string }[] }>(
    `select tablename as name from pg_tables
     where schemaname = current_schema() and tablename not like 'knex%' order by 1`,
  );
  return rows.map(({ name }) => name);
}

async function emptyTables(knex: Knex): Promise<string[]> {
  const contents = await readTables(knex);
  return Object.keys(contents).filter(table => contents[table].length === 0);
}

async function withoutOpenReferences(
  knex: Knex,
  empty: readonly string[],
): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { from: string; to: string }[] }>(
    `select conrelid::regclass::text as from, confrelid::regclass::text as to
     from pg_constraint where contype = 'f'`,
  );
  return empty.filter(
    table =>
      !rows.some(
        ({ from, to }) => from === table && to !== table && empty.includes(to),
      ),
  );
}

async function rowFor(
  knex: Knex,
  table: string,
): Promise<Record<string, unknown>> {
  const { rows } = await knex.raw<{ rows: Column[] }>(
    `select table_name as table, column_name as column, data_type as type
     from information_schema.columns
     where table_schema = current_schema() and table_name = ?
       and is_generated = 'NEVER' and is_identity = 'NO' and column_default is null`,
    [table],
  );
  return Object.fromEntries(
    rows.map(({ column, type }) => {
      const sample = samples[type];
      if (sample === undefined) {
        throw new Error(`No sample of ${type} for ${table}.${column}`);
      }
      return [column, sample];
    }),
  );
}
