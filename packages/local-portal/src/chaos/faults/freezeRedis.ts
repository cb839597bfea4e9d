import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../Fault.ts';

/** Redis takes connections and answers nothing, which is worse than being gone. */
export const freezeRedis: Fault = async ({ cluster, round, meanwhile }) => {
  const redis = cluster.services.redis?.process;
  redis?.kill('SIGSTOP');
  await meanwhile();
  await pause(round.downMs);
  redis?.kill('SIGCONT');
};
