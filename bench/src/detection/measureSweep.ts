import { DetectionSweep } from '../../../plugins/changeguard-backend/src/detection/DetectionSweep';
import { WatchStore } from '../../../plugins/changeguard-backend/src/database/WatchStore';
import type { WatchedHead } from '../../../plugins/changeguard-backend/src/ports/DefinitionCatalog';
import { OutboxLab } from '../pipeline/OutboxLab';
import { quiet } from '../pipeline/quiet';
import type { Row } from '../Row';

const ENTITIES = 10_000;
/** As the catalog hands them out. */
const STRETCH = 500;

/**
 * What a sweep takes that finds everything as it last saw it: processor time of the process, and definitions that were looked at, each of
 * which would be read and hashed at least.
 */
export async function measureSweep(server: string): Promise<Row[]> {
  const lab = await OutboxLab.open(server, 'bench_sweep');
  try {
    await lab.knex.batchInsert(
      'watched_entities',
      Array.from({ length: ENTITIES }, (_, index) => ({
        entity_ref: refOf(index),
        etag: `etag-${index}`,
        hash: `hash-${index}`,
      })),
      1_000,
    );
    const sweep = new DetectionSweep({
      catalog: { heads, find: async () => undefined },
      watch: new WatchStore(lab.knex),
      watcher: {
        look: async entityRef => ({
          outcome: 'unwatched',
          why: `${entityRef} was looked at.`,
        }),
      },
      logger: quiet,
    });
    const before = process.cpuUsage();
    const count = await sweep.sweep();
    const { user, system } = process.cpuUsage(before);
    const what = `sweep of ${count.entities} unchanged APIs`;
    return [
      {
        id: 'detection-sweep',
        what,
        figure: (user + system) / 1e6,
        goal: 10,
        unit: 's',
        detail: 'processor time',
      },
      {
        id: 'detection-sweep-reads',
        what: `definitions read in a ${what}`,
        figure: count.read,
        goal: 0,
        unit: '',
      },
    ];
  } finally {
    await lab.close();
  }
}

function refOf(index: number): string {
  return `api:default/api-${index}`;
}

async function* heads(): AsyncIterable<WatchedHead[]> {
  for (let start = 0; start < ENTITIES; start += STRETCH) {
    yield Array.from({ length: STRETCH }, (_, index) => ({
      entityRef: refOf(start + index),
      etag: `etag-${start + index}`,
      inFile: false,
    }));
  }
}
