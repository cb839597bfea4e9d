import { Knex } from 'knex';
import { DatabaseError } from 'pg';
import { createTestDatabase } from '../__testUtils__/PipelineBench';
import { KnexUnitOfWork } from './KnexUnitOfWork';
import { sqlStateOf, sqlStates } from './sqlState';

jest.setTimeout(60_000);

describe('KnexUnitOfWork', () => {
  let knex: Knex;
  let unitOfWork: KnexUnitOfWork;

  beforeAll(async () => {
    knex = await createTestDatabase();
    unitOfWork = new KnexUnitOfWork(knex);
    await knex.schema.createTable('counters', table => {
      table.text('name').primary();
      table.integer('value').notNullable();
    });
  });

  beforeEach(async () => {
    await knex('counters').delete();
    await knex('counters').insert([
      { name: 'a', value: 0 },
      { name: 'b', value: 0 },
    ]);
  });

  it('commits what resolves and rolls back what rejects', async () => {
    await unitOfWork.run(tx =>
      tx('counters').where({ name: 'a' }).update({ value: 1 }),
    );
    await expect(
      unitOfWork.run(async tx => {
        await tx('counters').where({ name: 'b' }).update({ value: 1 });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await knex('counters').orderBy('name').pluck('value')).toEqual([
      1, 0,
    ]);
  });

  it('runs the victim of a deadlock again', async () => {
    let runs = 0;
    // Both hold one row before either asks for the other's: a deadlock, the first time.
    let arrived = 0;
    let letGo = () => {};
    const bothHoldOne = new Promise<void>(resolve => {
      letGo = resolve;
    });
    const add = (first: string, second: string) =>
      unitOfWork.run(async tx => {
        runs++;
        await tx('counters').where({ name: first }).increment('value');
        if (++arrived === 2) letGo();
        await bothHoldOne;
        await tx('counters').where({ name: second }).increment('value');
      });
    await Promise.all([add('a', 'b'), add('b', 'a')]);
    expect(runs).toBe(3);
    expect(await knex('counters').pluck('value')).toEqual([2, 2]);
  });

  it('does not run again what PostgreSQL refused for good', async () => {
    let runs = 0;
    const error = await unitOfWork
      .run(async tx => {
        runs++;
        await tx('counters').insert({ name: 'a', value: 0 });
      })
      .catch(thrown => thrown);
    expect(error).toBeInstanceOf(DatabaseError);
    expect(sqlStateOf(error)).toBe(sqlStates.uniqueViolation);
    expect(runs).toBe(1);
  });
});
