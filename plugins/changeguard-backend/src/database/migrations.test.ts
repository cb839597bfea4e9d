import { TestDatabases } from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import { describeSchema } from '../__testUtils__/describeSchema';
import { fillTables, readTables } from '../__testUtils__/fillTables';
import {
  migrateDown,
  migrateUp,
  migrationNames,
} from '../__testUtils__/migrations';
import { migrateDatabase } from './migrateDatabase';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const all = migrationNames.length;

/** Of what was there before, the tables and columns that are still there. */
function common(
  before: Awaited<ReturnType<typeof readTables>>,
  after: Awaited<ReturnType<typeof readTables>>,
) {
  return Object.fromEntries(
    Object.entries(before)
      .filter(([table]) => table in after)
      .map(([table, rows]) => [
        table,
        rows.map(row =>
          Object.fromEntries(
            Object.entries(row).filter(
              ([column]) => !after[table][0] || column in after[table][0],
            ),
          ),
        ),
      ]),
  );
}

describe('the migrations', () => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init('POSTGRES_18');
  });

  it('go up, down and up again with data in every table; each takes back what it made and nothing else', async () => {
    const schemas = [await describeSchema(knex)];
    for (const _ of migrationNames) {
      await migrateUp(knex, 1);
      schemas.push(await describeSchema(knex));
    }
    await fillTables(knex);
    const whole = await readTables(knex);
    expect(Object.keys(whole)).toContain('schema_changes');
    expect(Object.values(whole).filter(rows => rows.length === 0)).toEqual([]);

    for (let step = all - 1; step >= 0; step--) {
      const before = await readTables(knex);
      await migrateDown(knex);
      expect(await describeSchema(knex)).toEqual(schemas[step]);
      const after = await readTables(knex);
      expect(after).toEqual(common(before, after));
    }

    await migrateUp(knex, all);
    expect(await describeSchema(knex)).toEqual(schemas[all]);
  });

  it('keep the data of every earlier schema, and lose none of it when they are taken back', async () => {
    await migrateUp(knex, 1);
    for (let step = 1; step < all; step++) {
      await fillTables(knex);
      const before = await readTables(knex);
      await migrateUp(knex, 1);
      const after = await readTables(knex);
      expect(common(after, before)).toEqual(before);
      await migrateDown(knex);
      expect(await readTables(knex)).toEqual(before);
      await migrateUp(knex, 1);
    }
  });

  it.each([
    ['an empty database', 0],
    ['the first schema', 1],
    ['the schema before the newest migration', all - 1],
  ])('bear twenty starts at once on %s', async (_, applied) => {
    await migrateUp(knex, applied);
    const { connection } = knex.client.config;
    const starts = Array.from({ length: 20 }, () =>
      knexFactory({ client: 'pg', connection, pool: { min: 0, max: 4 } }),
    );
    await Promise.all(starts.map(start => migrateDatabase(start)));
    await Promise.all(starts.map(start => start.destroy()));
    expect(await knex('knex_migrations').orderBy('id').pluck('name')).toEqual(
      migrationNames,
    );
  });
});
