import { randomUUID } from 'crypto';
import knexFactory, { Knex } from 'knex';
import { ApiBench } from '../__testUtils__/ApiBench';
import { createTestDatabase } from '../__testUtils__/PipelineBench';
import { TcpProxy } from '../__testUtils__/TcpProxy';
import { waitUntil } from '../__testUtils__/waitUntil';

jest.setTimeout(60_000);

describe('connections to PostgreSQL that are reset in the middle of a statement', () => {
  /** Past the proxy. */
  let direct: Knex;
  let proxied: Knex;
  let proxy: TcpProxy;
  let api: ApiBench;
  let changeId: string;

  beforeAll(async () => {
    direct = await createTestDatabase();
    const { connection } = direct.client.config;
    proxy = new TcpProxy({
      host: connection.host,
      port: Number(connection.port),
    });
    proxied = knexFactory({
      client: 'pg',
      connection: {
        ...connection,
        // It is hidden from whoever copies the others.
        password: connection.password,
        host: '127.0.0.1',
        port: await proxy.open(),
      },
      pool: { min: 0, max: 10 },
      log: { warn: () => {} },
    });
    api = await ApiBench.start(proxied);
    changeId = await api.record();
  });

  afterAll(async () => {
    await api?.stop();
    await proxied?.destroy();
    await proxy?.close();
  });

  const changePath = () => `/schema-changes/${changeId}`;

  /**
   * Calls while a lock keeps its statement from ending, and resets all connections once it waits.
   *
   * @returns what the caller was told
   */
  async function resetWhile(
    lock: string,
    call: () => Promise<{ status: number }>,
  ): Promise<{ status: number }> {
    const tx = await direct.transaction();
    try {
      await tx.raw(lock);
      const called = call();
      await waitUntil('its statement waits for the lock', async () => {
        const { rows } = await direct.raw(
          `select from pg_stat_activity
           where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`,
        );
        return rows.length > 0;
      });
      proxy.reset();
      return await called;
    } finally {
      await tx.rollback();
    }
  }

  it('answer a read with 503, and the next one as ever', async () => {
    const read = () => api.call('bob', 'get', changePath());
    const before = await read();
    expect(before.status).toBe(200);
    const { status } = await resetWhile(
      'lock table schema_changes in access exclusive mode',
      read,
    );
    expect(status).toBe(503);
    expect(await read()).toMatchObject({ status: 200, body: before.body });
  });

  it('answer a write with 503, and when it is repeated it is done once', async () => {
    const key = randomUUID();
    const comment = () =>
      api.call(
        'bob',
        'post',
        `${changePath()}/comments`,
        { body: 'Until when?' },
        { 'Idempotency-Key': key },
      );
    const { status } = await resetWhile(
      'select from schema_changes for update',
      comment,
    );
    expect(status).toBe(503);
    expect((await comment()).status).toBe(201);
    await api.settled();
    const written = await direct('comments').where({ change_id: changeId });
    expect(written).toMatchObject([{ body: 'Until when?' }]);
    const events = await direct('outbox').where({ type: 'comment.added' });
    expect(events).toHaveLength(1);
    const records = await direct('audit_records').where({
      action: 'comment.added',
    });
    expect(records).toHaveLength(1);
  });
});
