import {
  startBuiltPortal,
  userToken,
  type PortalServices,
  type Progress,
} from '../../packages/local-portal/src/index.ts';
import { forkForRows } from './forkForRows.ts';
import type { Row } from './Row.ts';
import { unhindered } from './unhindered.ts';

/** Measures the engines and the sweep in processes of their own, and what comparing does to others in a built portal. */
export async function measureDetection(
  services: PortalServices,
  folder: string,
  progress: Progress,
): Promise<Row[]> {
  const rows = await forkForRows('./detection/main.ts', [
    services.postgres.connection.url,
  ]);
  const portal = await startBuiltPortal({
    services,
    folder,
    name: 'detection',
    databasePrefix: 'bench_detection_',
    progress,
    config: {
      changeguard: unhindered,
    },
  });
  try {
    progress.say('… hostile pairs, and who waits for them');
    const token = await userToken('alice', portal.baseUrl);
    const latency = await forkForRows('./detection/latency.ts', [
      portal.baseUrl,
      token,
    ]);
    return [...rows, ...latency];
  } finally {
    await portal.stop();
  }
}
