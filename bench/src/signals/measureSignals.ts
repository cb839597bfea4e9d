import {
  startReplicas,
  type BuiltPortal,
  type PortalServices,
  type Progress,
} from '../../../packages/local-portal/src/index.ts';
import { median, percentile } from '../compare.ts';
import type { Row } from '../Row.ts';
import { unhindered } from '../unhindered.ts';
import { timeShown, type Shown } from './timeShown.ts';

const REPLICAS = 3;

/** From recording a change at one of three replicas until somebody whose browser is at another one could be shown it. */
export async function measureSignals(
  services: PortalServices,
  folder: string,
  progress: Progress,
): Promise<Row[]> {
  const backends = await startReplicas(REPLICAS, {
    services,
    folder,
    name: 'signals',
    databasePrefix: 'bench_signals_',
    progress,
    config: { changeguard: unhindered },
  });
  try {
    progress.say('… record here, see it there');
    return rowsOf(await timeShown(backends));
  } finally {
    await Promise.all(backends.map((backend: BuiltPortal) => backend.stop()));
  }
}

function rowsOf({ heard, shown, awaited }: Shown): Row[] {
  const at = (share: number) =>
    `signal alone ${percentile(heard, share).toFixed(0)} ms`;
  return [
    {
      id: 'shown-p50',
      what: `record → signal at another replica's browser and what it reads then, p50`,
      figure: median(shown),
      goal: 250,
      unit: 'ms',
      detail: `${at(0.5)}; ${
        shown.length
      } of ${awaited} signals received; a page gathers signals for 150 ms more`,
    },
    {
      id: 'shown-p99',
      what: 'the same, p99',
      figure: percentile(shown, 0.99),
      goal: 1_000,
      unit: 'ms',
      detail: `${at(0.99)}, slowest ${Math.max(...shown).toFixed(0)} ms`,
    },
  ];
}
