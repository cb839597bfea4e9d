import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  startBuiltPortal,
  type PortalServices,
  type Progress,
} from '../../../packages/local-portal/src/index.ts';
import { median } from '../compare.ts';
import type { Row } from '../Row.ts';

const PRELOAD = fileURLToPath(new URL('./preload.cjs', import.meta.url));
const STARTS = 5;
const IDLE_MS = 60_000;
const PATIENCE_MS = 30_000;
const MEGABYTE = 1024 * 1024;

/**
 * What our packages cost a portal that does nothing: resident memory 60 seconds after the start and after a collection of garbage, with
 * them minus without, the median of five pairs of starts. The two of a pair idle at the same time.
 */
export async function measureMemory(
  services: PortalServices,
  folder: string,
  progress: Progress,
): Promise<Row[]> {
  const differences: number[] = [];
  for (let start = 1; start <= STARTS; start++) {
    progress.say(`… start ${start} of ${STARTS}`);
    // One after the other: the first may have to be built.
    const mine = await startIdle(services, folder, `with-${start}`, false);
    const bare = await startIdle(services, folder, `without-${start}`, true);
    await delay(IDLE_MS);
    const [own, others] = await Promise.all([mine.rss(), bare.rss()]);
    differences.push((own - others) / MEGABYTE);
  }
  return [
    {
      id: 'idle-memory',
      what: 'idle memory, with our packages minus without',
      figure: median(differences),
      goal: 60,
      unit: 'MB',
      detail: differences.map(one => one.toFixed(0)).join(', '),
    },
  ];
}

interface IdlePortal {
  /** Stops the portal; answers its resident memory before, in bytes. */
  rss(): Promise<number>;
}

async function startIdle(
  services: PortalServices,
  folder: string,
  name: string,
  without: boolean,
): Promise<IdlePortal> {
  const report = join(folder, `memory.${name}`);
  const portal = await startBuiltPortal({
    services,
    folder,
    name,
    databasePrefix: without ? 'bench_without_' : 'bench_with_',
    env: {
      NODE_OPTIONS: `--expose-gc --require ${PRELOAD}`,
      CHANGEGUARD_BENCH_MEMORY: report,
      ...(without && { CHANGEGUARD_BENCH_WITHOUT: '1' }),
    },
  });
  return {
    async rss() {
      try {
        portal.process.kill('SIGUSR2');
        return await written(report);
      } finally {
        await portal.stop();
      }
    },
  };
}

async function written(report: string): Promise<number> {
  const until = performance.now() + PATIENCE_MS;
  while (!existsSync(report)) {
    if (performance.now() > until) {
      throw new Error('The portal did not say how much memory it uses');
    }
    await delay(100);
  }
  return Number(readFileSync(report, 'utf8'));
}
