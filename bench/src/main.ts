import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  Progress,
  startBuiltPortal,
  startServices,
  userToken,
} from '../../packages/local-portal/src/index.ts';
import { Caller } from './Caller.ts';
import { measureAll } from './measureAll.ts';
import type { KnownShortfall } from './Row.ts';
import { table, verdict } from './verdict.ts';

const KNOWN = new URL('../known.json', import.meta.url);

/** What alice's team owns in the sample organisation; the first is what she records changes to. */
const entities = [
  'api:default/orders-api',
  'api:default/order-events',
  'component:default/orders-service',
  'resource:default/orders-db',
].map(entityRef => ({ entityRef, ownerRef: 'group:default/team-orders' }));

/**
 * `npm run bench [-- --json FILE]`: starts services and a built portal of its own, measures, prints a table.
 *
 * @returns 1 when a figure is above its goal and no known shortfall explains it
 */
export async function main(args: string[]): Promise<number> {
  const known = JSON.parse(readFileSync(KNOWN, 'utf8')) as KnownShortfall[];
  const folder = mkdtempSync(join(tmpdir(), 'changeguard-bench-'));
  const progress = new Progress();
  const services = await startServices({
    folder,
    durable: true,
    whenMissing: { redis: 'fail', pubsub: 'fail' },
    postgresSettings: { shared_preload_libraries: 'pg_stat_statements' },
    progress,
  });
  try {
    const portal = await startBuiltPortal({
      services,
      folder,
      progress,
      config: {
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
      progress: text => process.stdout.write(`… ${text}\n`),
    });
    process.stdout.write(`\n${table(rows, known)}\n`);
    const json = args.indexOf('--json');
    if (json >= 0) writeFileSync(args[json + 1], JSON.stringify(rows, null, 2));
    alice.close();
    bob.close();
    await database.end();
    await portal.stop();
    const missed = rows.filter(row => verdict(row, known) === 'missed');
    for (const { id } of missed) {
      process.stderr.write(`The figure of '${id}' is above its goal.\n`);
    }
    return missed.length ? 1 : 0;
  } finally {
    await services.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
