import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import pg from 'pg';
import { doneWork } from './openWork.ts';

const SERVER = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** What is read of ChangeGuard's tables. */
const TABLES = `
  create table outbox (id text primary key, created_at timestamptz, attempts int, next_attempt_at timestamptz, published_at timestamptz);
  create table inbox (event_id text, subscriber text, handled_at timestamptz);
  create table deliveries (id uuid primary key, created_at timestamptz, settled_at timestamptz)`;

/** All times are seconds since 1970. */
interface Event {
  attempts: number;
  dueAt: number;
  publishedAt: number;
}

const WRITTEN_AT = 5;

describe('the publishing of an event', () => {
  const schema = `work_${randomUUID().replaceAll('-', '')}`;
  let database: pg.Pool;

  before(async () => {
    const server = process.env[SERVER];
    assert.ok(server, `${SERVER} names no PostgreSQL`);
    database = new pg.Pool({
      connectionString: `${server}/postgres`,
      options: `-c search_path=${schema}`,
    });
    await database.query(`create schema ${schema}`);
    await database.query(TABLES);
  });

  after(async () => {
    await database.query(`drop schema ${schema} cascade`);
    await database.end();
  });

  beforeEach(async () => {
    await database.query('truncate outbox, inbox, deliveries');
  });

  async function workOf(event: Event) {
    await database.query(
      `insert into outbox values ('event', to_timestamp($1), $2, to_timestamp($3), to_timestamp($4))`,
      [WRITTEN_AT, event.attempts, event.dueAt, event.publishedAt],
    );
    return doneWork(database, []);
  }

  for (const publishedAt of [6, 49, 51, 200]) {
    it(`lasts from its writing on, ${
      publishedAt - WRITTEN_AT
    } s, when it is the first`, async () => {
      assert.deepEqual(
        await workOf({ attempts: 1, dueAt: WRITTEN_AT, publishedAt }),
        [{ step: 'publish', since: 5_000, doneAt: publishedAt * 1_000 }],
      );
    });
  }

  it('lasts from its writing on when it failed before', async () => {
    assert.deepEqual(
      await workOf({ attempts: 2, dueAt: 60, publishedAt: 61 }),
      [{ step: 'publish', since: 5_000, doneAt: 61_000 }],
    );
  });

  it('lasts since it was given back, while who had missed it was missing it from its writing on', async () => {
    await database.query(
      `insert into inbox values ('event', 'audit', to_timestamp(6)), ('event', 'email', to_timestamp(57))`,
    );
    const works = await workOf({ attempts: 1, dueAt: 55, publishedAt: 56 });
    assert.deepEqual(
      works.sort((one, other) => one.doneAt - other.doneAt),
      [
        { step: 'handle', since: 5_000, doneAt: 6_000 },
        { step: 'publish', since: 55_000, doneAt: 56_000 },
        { step: 'handle', since: 5_000, doneAt: 57_000 },
      ],
    );
  });
});
