import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { describeEventTransport } from '@changeguard/backstage-plugin-changeguard-node/testUtils';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { PostgresTransport } from './PostgresTransport';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const migrations = resolvePackagePath(
  '@changeguard/backstage-plugin-changeguard-backend',
  'migrations',
);
let knex: Knex;

beforeAll(async () => {
  if (!databases.supports('POSTGRES_18')) {
    throw new Error(
      'Set BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING to a PostgreSQL 18 server',
    );
  }
  knex = await databases.init('POSTGRES_18');
  await knex.migrate.latest({ directory: migrations });
}, 60_000);

describeEventTransport('PostgresTransport', {
  create: async () => {
    await knex('transport_messages').truncate();
    return {
      connect: () =>
        new PostgresTransport(knex, {
          leaseMs: 1_000,
          pollMs: 100,
          drainMs: 2_000,
          retryDelayMs: () => 50,
        }),
    };
  },
});

describe('PostgresTransport', () => {
  const subscriptions = ['changeguard-audit'];
  const message = (id: string = randomUUID()) => ({
    id,
    orderingKey: 'change',
    data: '{}',
    attributes: {},
  });
  const open: PostgresTransport[] = [];

  async function started(pollMs: number): Promise<PostgresTransport> {
    const transport = new PostgresTransport(knex, { pollMs });
    open.push(transport);
    await transport.start({ subscriptions });
    return transport;
  }

  /** A subscriber, and a promise of the next message it gets. */
  async function subscriber(transport: PostgresTransport) {
    let arrived: (id: string) => void = () => {};
    await transport.subscribe(subscriptions[0], async ({ id }) => {
      arrived(id);
      return 'ack';
    });
    return () =>
      new Promise<string>(resolve => {
        arrived = resolve;
      });
  }

  beforeEach(() => knex('transport_messages').truncate());
  afterEach(async () => {
    await Promise.all(open.splice(0).map(transport => transport.close()));
  });

  it('fails every message of a batch that PostgreSQL refuses, and keeps none', async () => {
    const transport = await started(100);
    const failed = { outcome: 'failed', error: expect.any(Error) };
    expect(await transport.publish([message(), message('not a uuid')])).toEqual(
      [failed, failed],
    );
    expect(await knex('transport_messages')).toEqual([]);
  });

  it('wakes the subscribers of another replica before they poll', async () => {
    const publisher = await started(600_000);
    const next = await subscriber(await started(600_000));
    // The first message may come before the other replica listens, and is then found by its first look.
    for (const sent of [message(), message()]) {
      const arrival = next();
      await publisher.publish([sent]);
      expect(await arrival).toBe(sent.id);
    }
  });

  it('listens again after PostgreSQL cut its connections, and meanwhile polls', async () => {
    const publisher = await started(50);
    const next = await subscriber(await started(50));
    await knex.raw(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query = 'listen changeguard_transport'`,
    );
    const sent = message();
    const arrival = next();
    await publisher.publish([sent]);
    expect(await arrival).toBe(sent.id);
  });
});
