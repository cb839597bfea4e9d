import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { freePort, isFree } from '../processes/ports.ts';
import { stopEverything } from '../processes/runningProcesses.ts';
import { startPostgres, type PostgresOptions } from './postgres.ts';

describe('PostgreSQL', () => {
  let folder: string;
  let options: PostgresOptions;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'postgres-test-'));
    chmodSync(folder, 0o755);
    options = {
      port: await freePort(),
      dataDir: join(folder, 'postgres'),
      logFile: join(folder, 'postgres.log'),
      password: 'a password',
      durable: false,
    };
  });
  after(async () => {
    await stopEverything();
    rmSync(folder, { recursive: true, force: true });
  });

  async function query(url: string, sql: string) {
    const client = new pg.Client({ connectionString: `${url}/postgres` });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  }

  it('keeps its data over a restart, and knows letters beyond ASCII', async () => {
    const first = await startPostgres(options);
    const { url } = first.connection;
    await query(url, 'create table kept as select 1 as one');
    assert.deepEqual(await query(url, "select lower('ÄÖÜ')"), [
      { lower: 'äöü' },
    ]);
    await first.stop();
    assert.equal(await isFree(options.port), true);

    const second = await startPostgres(options);
    assert.deepEqual(await query(url, 'select one from kept'), [{ one: 1 }]);
    await second.stop();
  });

  it('lets nobody in without the password', async () => {
    const running = await startPostgres(options);
    const url = `postgresql://postgres:wrong@127.0.0.1:${options.port}`;
    await assert.rejects(query(url, 'select 1'), /password authentication/);
    await running.stop();
  });
});
