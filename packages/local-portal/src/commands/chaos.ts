import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runFaults } from '../checks/faults.ts';
import { stopEverything } from '../processes/runningProcesses.ts';
import { stopEverythingOnSignal } from '../processes/stopEverythingOnSignal.ts';
import { Progress } from '../report/Progress.ts';
import { startServices } from '../startServices.ts';

/**
 * `npm run chaos`: every fault of the main story, or those that are asked for; what follows the command's name goes to the program that
 * runs them, see docs/operations/proof.md.
 */
export async function chaos(args: string[]): Promise<number> {
  stopEverythingOnSignal({ exitCode: 130 });
  const folder = mkdtempSync(join(tmpdir(), 'chaos-'));
  try {
    const { postgres, redis } = await startServices({
      folder,
      durable: false,
      whenMissing: { redis: 'fail', pubsub: 'fall-back' },
      progress: new Progress(),
    });
    const isFine = await runFaults(args, {
      ...process.env,
      METADATA_SERVER_DETECTION: 'none',
      BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
        postgres.connection.url,
      CHANGEGUARD_TEST_REDIS_URL: redis?.connection.url,
    });
    return isFine ? 0 : 1;
  } finally {
    await stopEverything();
    rmSync(folder, { recursive: true, force: true });
  }
}
