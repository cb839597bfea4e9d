import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../Fault.ts';

/** PostgreSQL goes away for seconds and comes back: after an even pause in good order, after an odd one recovering from its log. */
export const restartPostgres: Fault = async ({ cluster, round, meanwhile }) => {
  const how = round.downMs % 2 === 0 ? 'SIGINT' : 'SIGQUIT';
  await cluster.restartPostgres(how, async () => {
    await meanwhile();
    await pause(round.downMs / 2);
  });
};
