import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  Progress,
  startServices,
  type PortalServices,
} from '../../packages/local-portal/src/index.ts';
import { measureCache } from './cache/measureCache.ts';
import { forkForRows } from './forkForRows.ts';
import { measureApi } from './measureApi.ts';
import { measureDetection } from './measureDetection.ts';
import { measureMillion } from './measureMillion.ts';
import { measureMemory } from './memory/measureMemory.ts';
import type { KnownShortfall, Row } from './Row.ts';
import { measureSignals } from './signals/measureSignals.ts';
import { measureStart } from './start/measureStart.ts';
import { table, verdict } from './verdict.ts';

const KNOWN = new URL('../known.json', import.meta.url);

type Measurement = (
  services: PortalServices,
  folder: string,
  progress: Progress,
) => Promise<Row[]>;

/** What can be measured by itself, in the order of the table. */
const measurements: Record<string, Measurement> = {
  pipeline: services =>
    forkForRows('./pipeline/main.ts', [services.postgres.connection.url]),
  audit: services =>
    forkForRows('./audit/main.ts', [services.postgres.connection.url]),
  detection: measureDetection,
  memory: measureMemory,
  start: measureStart,
  cache: measureCache,
  signals: measureSignals,
  api: measureApi,
};

/** What takes too long to be measured each time: only when it is asked for. */
const onRequest: Record<string, Measurement> = { million: measureMillion };

const all = { ...measurements, ...onRequest };

/**
 * `npm run bench [-- --only NAME --json FILE]`: starts services and built portals of its own, measures, prints a table. `--only` may be
 * given several times; `million` runs only so.
 *
 * @returns 1 when a figure is above its goal and no known shortfall explains it
 * @throws Error - that lists the names when one of `--only` is not among them
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', multiple: true },
      json: { type: 'string' },
    },
  });
  const names = values.only ?? Object.keys(measurements);
  const unknown = names.find(name => !Object.hasOwn(all, name));
  if (unknown !== undefined) {
    throw new Error(
      `There is no measurement "${unknown}": they are ${Object.keys(all).join(
        ', ',
      )}.`,
    );
  }
  const rows = await measure(names);
  const known = JSON.parse(readFileSync(KNOWN, 'utf8')) as KnownShortfall[];
  process.stdout.write(`\n${table(rows, known)}\n`);
  if (values.json) writeFileSync(values.json, JSON.stringify(rows, null, 2));
  const missed = rows.filter(row => verdict(row, known) === 'missed');
  for (const { id } of missed) {
    process.stderr.write(`The figure of '${id}' is above its goal.\n`);
  }
  return missed.length ? 1 : 0;
}

async function measure(names: readonly string[]): Promise<Row[]> {
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
    const rows: Row[] = [];
    for (const name of names) {
      progress.say(`\n── ${name} ──`);
      rows.push(...(await all[name](services, folder, progress)));
    }
    return rows;
  } finally {
    await services.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
