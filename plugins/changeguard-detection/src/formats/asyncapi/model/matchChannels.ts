import { Channel } from './Definition';
import { Matches, matchBy } from './matchBy';

/** Channels by their address, then by an address that differs in names of parameters only, then by their key. */
export function matchChannels(
  base: readonly Channel[],
  revision: readonly Channel[],
): Matches<Channel> {
  return matchBy(base, revision, [
    ({ address, id }) => (address === null ? undefined : `${address} ${id}`),
    ({ address }) => address ?? undefined,
    ({ address }) => address?.replace(/\{[^}]*\}/g, '{}'),
    ({ id }) => id,
  ]);
}
