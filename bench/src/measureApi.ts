import pg from 'pg';
import {
  startBuiltPortal,
  userToken,
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

/** Measures the routes of a built portal of its own. */
export async function measureApi(
  services: PortalServices,
  folder: string,
  progress: Progress,
): Promise<Row[]> {
  const portal = await startBuiltPortal({
    services,
    folder,
    progress,
    config: {
      ...crowdedOrganisation(folder, OWNER),
      changeguardFloor: { enabled: true },
      changeguard: {
        rateLimit: { writesPerMinute: 1e9, readsPerMinute: 1e9 },
        email: { enabled: false },
      },
    },
  });
  const database = new pg.Client({
    connectionString: `${services.postgres.connection.url}/backstage_plugin_changeguard`,
  });
  await database.connect();
  await database.query('create extension if not exists pg_stat_statements');
  const person = async (name: string) =>
    new Caller(portal.baseUrl, await userToken(name, portal.baseUrl));
  const [alice, bob] = [await person('alice'), await person('bob')];
  const rows = await measureAll({
    alice,
    bob,
    database,
    entities,
    restart: () => portal.restart(),
    progress: text => progress.say(`… ${text}`),
  });
  progress.say('… record before a crowd');
  rows.push(await measureCrowd(alice));
  alice.close();
  bob.close();
  await database.end();
  await portal.stop();
  return rows;
}
