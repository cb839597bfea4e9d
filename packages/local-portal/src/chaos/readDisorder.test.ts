import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import pg from 'pg';
import { readDisorder } from './readDisorder.ts';

const SERVER = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** What is read of ChangeGuard's tables. */
const TABLES = `
  create table schema_changes (id text primary key, sequence int);
  create table outbox (id text primary key, aggregateid text, sequence int, created_at timestamptz);
  create table inbox (event_id text, subscriber text, handled_at timestamptz);
  create table audit_records (event_id text, change_id text, sequence int, position int generated always as identity);
  create table notifications (event_id text, recipient text, position int generated always as identity)`;

describe('the order in which the events of a change were handled', () => {
  const schema = `disorder_${randomUUID().replaceAll('-', '')}`;
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
    await database.query(
      'truncate schema_changes, outbox, inbox, audit_records, notifications',
    );
    await database.query(`insert into schema_changes values ('orders', 2)`);
    await database.query(
      `insert into outbox select 'event ' || n, 'orders', n, to_timestamp(n) from generate_series(1, 2) n`,
    );
  });

  /** An event was handled, so many seconds after 1970. */
  async function handled(sequence: number, at: number): Promise<void> {
    const event = `event ${sequence}`;
    await database.query(
      `insert into inbox select $1, s, to_timestamp($2) from unnest(array['audit', 'notification']) s`,
      [event, at],
    );
    await database.query(
      `insert into audit_records (event_id, change_id, sequence) values ($1, 'orders', $2)`,
      [event, sequence],
    );
    await database.query(
      `insert into notifications (event_id, recipient) values ($1, 'user:default/bob')`,
      [event],
    );
  }

  it('is theirs', async () => {
    await handled(1, 2);
    await handled(2, 3);
    assert.deepEqual(await readDisorder(database, []), []);
  });

  it('is not theirs where a later one came first for no reason', async () => {
    await handled(2, 3);
    await handled(1, 9);
    const earlier = { from: 0, until: 999 };
    const afterwards = { from: 9_001, until: 20_000 };
    assert.deepEqual(await readDisorder(database, [earlier, afterwards]), [
      'event 1 of change orders was audited after event 2',
      'user:default/bob was notified of event 1 of change orders after event 2',
    ]);
  });

  it('may be another where a fault struck while the late one was on its way', async () => {
    await handled(2, 3);
    await handled(1, 9);
    const fault = { from: 8_000, until: 12_000 };
    assert.deepEqual(await readDisorder(database, [fault]), []);
  });

  it('has no gap, whatever struck', async () => {
    await database.query(`update schema_changes set sequence = 3`);
    const always = { from: 0, until: Number.MAX_SAFE_INTEGER };
    assert.deepEqual(await readDisorder(database, [always]), [
      'change orders counts 3 events and has 2',
    ]);
  });
});
