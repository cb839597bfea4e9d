import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../Fault.ts';

/** `kill -9`; the backend comes back a little later, as an orchestrator would bring it back. */
export const killBackend: Fault = async ({ cluster, round, meanwhile }) => {
  const backend = cluster.backends[round.backend];
  await backend.kill('SIGKILL');
  await meanwhile();
  await pause(round.downMs);
  await backend.restart();
};
