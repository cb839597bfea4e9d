import knexOf, { Knex } from 'knex';
import { createTestDatabase } from '../__testUtils__/PipelineBench';
import { PreparedStatements } from './PreparedStatements';

describe('PreparedStatements, on a real PostgreSQL', () => {
  let one: Knex;

  beforeEach(async () => {
    const knex = await createTestDatabase();
    // One connection, so that the test sees what was prepared on it.
    one = knexOf({
      client: 'pg',
      connection: knex.client.config.connection,
      pool: { min: 1, max: 1 },
    });
  });

  afterEach(async () => {
    await one.destroy();
  });

  const add = (statements: PreparedStatements, n: number) =>
    statements.rows<{ sum: number }>('select ?::int + 1 as sum', [n]);
  const prepared = async () =>
    (await one.raw('select name from pg_prepared_statements')).rows.length;

  it('prepare a text once, whatever its values', async () => {
    const statements = new PreparedStatements(one);
    expect(await add(statements, 1)).toEqual([{ sum: 2 }]);
    expect(await add(statements, 2)).toEqual([{ sum: 3 }]);
    expect(await prepared()).toBe(1);
  });

  it('do without when the connection forgot what was prepared, as behind a pooler', async () => {
    const statements = new PreparedStatements(one);
    await add(statements, 1);
    await one.raw('deallocate all');
    expect(await add(statements, 2)).toEqual([{ sum: 3 }]);
    expect(await add(statements, 3)).toEqual([{ sum: 4 }]);
    expect(await prepared()).toBe(0);
  });

  it('answer errors of the statement itself', async () => {
    const statements = new PreparedStatements(one);
    await expect(
      statements.rows('select 1 / ?::int as n', [0]),
    ).rejects.toMatchObject({ code: '22012' });
    expect(await add(statements, 1)).toEqual([{ sum: 2 }]);
    expect(await prepared()).toBeGreaterThan(0);
  });

  it('prepare a bounded number of texts', async () => {
    const statements = new PreparedStatements(one);
    for (let text = 0; text < 210; text++) {
      await statements.rows(`select ${text}`, []);
    }
    expect(await prepared()).toBe(200);
  });
});
