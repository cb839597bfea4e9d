import { join } from 'node:path';
import {
  freePort,
  startRedis,
  type PortalServices,
  type Progress,
} from '../../../packages/local-portal/src/index.ts';
import { PortalLab } from '../PortalLab.ts';
import type { Row } from '../Row.ts';
import { measureDetails } from './measureDetails.ts';

/** What caching does for the detail of a change, and what becomes of it without Redis, in a built portal with a Redis that may be broken. */
export async function measureCache(
  services: PortalServices,
  folder: string,
  progress: Progress,
): Promise<Row[]> {
  const redis = await startRedis({
    port: await freePort(),
    dataDir: join(folder, 'breakable-redis'),
    logFile: join(folder, 'logs', 'breakable-redis.log'),
  });
  try {
    const lab = await PortalLab.start({
      services,
      folder,
      progress,
      name: 'cache',
      changeguard: { cache: { redisUrl: redis.connection.url } },
    });
    try {
      return await measureDetails(lab, redis.process, text =>
        progress.say(`… ${text}`),
      );
    } finally {
      await lab.stop();
    }
  } finally {
    await redis.stop();
  }
}
