import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { waitFor } from '../processes/waitFor.ts';
import type { Progress } from '../report/Progress.ts';
import { askPortals } from './askPortals.ts';
import type { Cluster } from './Cluster.ts';
import { judgeLogs, type StoredCheckpoint } from './judgeLogs.ts';
import { readDisorder } from './readDisorder.ts';
import type { Span } from './recoveryTimes.ts';
import type { ReplicaClient } from './ReplicaClient.ts';
import { stopInOrder } from './stopInOrder.ts';

/** Sealing takes half a second; a sealer that died leaves a lease. */
const SEALED_MS = 60_000;

/**
 * What does not hold when everybody was told, a sentence each. Stops the backends, in good order, to see that they do and to read their
 * logs to the end.
 *
 * @param clients - one per backend
 * @param faults - when something was inflicted for which events may come late
 */
export async function findBroken(options: {
  cluster: Cluster;
  clients: readonly ReplicaClient[];
  people: readonly string[];
  faults: readonly Span[];
  progress: Progress;
}): Promise<string[]> {
  const { cluster, clients, people, faults, progress } = options;
  const { backends, changeguard } = cluster;
  const asked = await progress.during('Asking what holds', async () => {
    // What is not sealed by then is missed by those who are asked.
    await waitFor('the audit trail was sealed', () => isSealed(changeguard), {
      timeoutMs: SEALED_MS,
    }).catch(() => {});
    return [
      ...(await readDisorder(changeguard, faults)),
      ...(await askPortals(clients, people, changeguard)),
    ];
  });
  const stopped = await progress.during(
    'Stopping the backends in good order',
    () => stopInOrder(backends.map(backend => backend.process)),
  );
  const logs = backends.map(({ logFile }) => readFileSync(logFile, 'utf8'));
  return [
    ...asked,
    ...stopped,
    ...judgeLogs(logs, await readCheckpoints(changeguard)),
  ];
}

async function isSealed(changeguard: pg.Pool): Promise<boolean> {
  const { rows } = await changeguard.query<{ sealed: boolean }>(
    'select not exists (select from audit_unsealed) as sealed',
  );
  return rows[0].sealed;
}

async function readCheckpoints(
  changeguard: pg.Pool,
): Promise<StoredCheckpoint[]> {
  const { rows } = await changeguard.query<StoredCheckpoint>(
    'select seq, signature from audit_checkpoints order by seq',
  );
  return rows;
}
