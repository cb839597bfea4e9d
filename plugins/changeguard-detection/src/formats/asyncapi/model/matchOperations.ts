import { channelLabel } from './labelOf';
import { Channel, Definition, Operation } from './Definition';
import { Matches, matchBy } from './matchBy';

/** Operations by action and id, then by action and channel. */
export function matchOperations(
  base: Definition,
  revision: Definition,
  channels: Matches<Channel>,
): Matches<Operation> {
  const older = new Map(channels.matched.map(([old, now]) => [now, old]));
  const place = (channel: Channel | undefined) => {
    if (!channel) return '';
    return channelLabel(older.get(channel) ?? channel);
  };
  return matchBy(base.operations, revision.operations, [
    ({ action, id, channel }) => `${action} ${id ?? ''} ${place(channel)}`,
    ({ action, id }) => id && `${action} ${id}`,
    ({ action, channel }) => channel && `${action} ${place(channel)}`,
  ]);
}
