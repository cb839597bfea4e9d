import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../Fault.ts';

/** Longer than a lease: what it held is another's when it wakes up, and it does not know. */
const FROZEN_MS = 40_000;

/** `SIGSTOP`, then `SIGCONT`: a backend that loses forty seconds and goes on as if nothing had happened. */
export const freezeBackend: Fault = async ({ cluster, round, meanwhile }) => {
  const backend = cluster.backends[round.backend];
  await backend.kill('SIGSTOP');
  await meanwhile();
  await pause(FROZEN_MS);
  await backend.kill('SIGCONT');
};
