import pg from 'pg';
import {
  startBuiltPortal,
  userToken,
  type BuiltPortal,
  type ConfigTree,
  type PortalServices,
  type Progress,
} from '../../packages/local-portal/src/index.ts';
import { Caller } from './Caller.ts';
import { crowdedOrganisation } from './crowdedOrganisation.ts';
import { measureAll } from './measureAll.ts';
import { measureCrowd } from './measureCrowd.ts';
import type { Row } from './Row.ts';

const OWNER = 'group:default/team-orders';

/** What alice's team owns in the sample organisation; the first is what she records changes to. */
const entities = [
  'api:default/orders-api',
  'api:default/order-events',
  'component:default/orders-service',
  'resource:default/orders-db',
].map(entityRef => ({ entityRef, ownerRef: OWNER }));

/** Measures the routes of a built portal of its own, and recording before a crowd in another: its catalog is busy with ten thousand people. */
export async function measureApi(
  services: PortalServices,
  folder: string,
  progress: Progress,
): Promise<Row[]> {
  const start = (name: string, config: ConfigTree) =>
    startBuiltPortal({
      services,
      folder,
      name,
      databasePrefix: `bench_${name}_`,
      progress,
      config: {
        ...config,
        changeguard: {
          rateLimit: { writesPerMinute: 1e9, readsPerMinute: 1e9 },
          email: { enabled: false },
        },
      },
    });
  const rows: Row[] = [];
  const portal = await start('api', { changeguardFloor: { enabled: true } });
  try {
    rows.push(...(await measureRoutes(services, portal, progress)));
  } finally {
    await portal.stop();
  }
  const crowded = await start('crowd', crowdedOrganisation(folder, OWNER));
  try {
    progress.say('… record before a crowd');
    const alice = await caller(crowded, 'alice');
    rows.push(await measureCrowd(alice));
    alice.close();
  } finally {
    await crowded.stop();
  }
  return rows;
}

async function measureRoutes(
  services: PortalServices,
  portal: BuiltPortal,
  progress: Progress,
): Promise<Row[]> {
  const database = new pg.Client({
    connectionString: `${services.postgres.connection.url}/bench_api_changeguard`,
  });
  await database.connect();
  await database.query('create extension if not exists pg_stat_statements');
  const [alice, bob] = [
    await caller(portal, 'alice'),
    await caller(portal, 'bob'),
  ];
  const rows = await measureAll({
    alice,
    bob,
    database,
    entities,
    restart: () => portal.restart(),
    progress: text => progress.say(`… ${text}`),
  });
  alice.close();
  bob.close();
  await database.end();
  return rows;
}

async function caller({ baseUrl }: BuiltPortal, name: string) {
  return new Caller(baseUrl, await userToken(name, baseUrl));
}
