import type { Fault } from '../Fault.ts';

/**
 * An administrator deletes the topic with everything in it. It is made again at the next publishing; what was in it is published
 * again when the patience with the subscribers has run out.
 */
export const deleteTopic: Fault = async ({ cluster, meanwhile }) => {
  await cluster.broker.deleteTopic?.();
  await meanwhile();
};
