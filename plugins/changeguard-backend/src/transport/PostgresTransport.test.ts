import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { describeEventTransport } from '@changeguard/backstage-plugin-changeguard-node/testUtils';
import { Knex } from 'knex';
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
