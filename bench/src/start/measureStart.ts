import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  startBuiltPortal,
  type PortalServices,
  type Progress,
} from '../../../packages/local-portal/src/index.ts';
import { median } from '../compare.ts';
import type { Row } from '../Row.ts';

const STARTS = 5;
const PRELOAD = fileURLToPath(new URL('./preload.cjs', import.meta.url));

/** Milliseconds from when ChangeGuard may begin, as the preloaded file writes them. */
interface Start {
  /** Until the plugin and its modules are initialised. */
  init: number;
  /** Until its start-up hook is done, too. */
  whole: number;
}

/** How long ChangeGuard takes of the start of a built portal, on a database whose schema is current, after the other plugins. */
export async function measureStart(
  services: PortalServices,
  folder: string,
  progress: Progress,
): Promise<Row[]> {
  const report = join(folder, 'starts.jsonl');
  const portal = await startBuiltPortal({
    services,
    folder,
    name: 'start',
    databasePrefix: 'bench_start_',
    progress,
    env: {
      NODE_OPTIONS: `--require ${PRELOAD}`,
      CHANGEGUARD_BENCH_START: report,
    },
  });
  try {
    for (let start = 1; start <= STARTS; start++) {
      progress.say(`… start ${start} of ${STARTS}`);
      await portal.restart();
    }
  } finally {
    await portal.stop();
  }
  // The first start made the schema.
  const [first, ...starts] = startsIn(report);
  if (starts.length !== STARTS) {
    throw new Error(`${starts.length} of ${STARTS} starts were timed`);
  }
  const inWords = starts.map(({ init, whole }) =>
    [init, whole - init].map(ms => ms.toFixed(0)).join(' + '),
  );
  return [
    {
      id: 'plugin-start',
      what: `ChangeGuard's part of a start with a current schema`,
      figure: median(starts.map(({ whole }) => whole)),
      goal: 300,
      unit: 'ms',
      detail: `init + start-up hook: ${inWords.join(
        ', ',
      )}; making the schema ${first.whole.toFixed(0)} ms`,
    },
  ];
}

function startsIn(report: string): Start[] {
  return readFileSync(report, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Start);
}
