import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../Fault.ts';

/** The mail server takes every mail, and cuts the connection between its final dot and the answer. */
export const cutMail: Fault = async ({ cluster, round, meanwhile }) => {
  cluster.mails.cutting = true;
  await meanwhile();
  await pause(round.downMs);
  cluster.mails.cutting = false;
};
