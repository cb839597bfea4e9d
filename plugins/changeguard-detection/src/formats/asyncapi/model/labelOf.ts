import { Channel, Operation } from './Definition';

/** How people call a channel: by its address, where it has one. */
export function channelLabel({ address, id }: Channel): string {
  return address ?? id;
}

/** How people call an operation, such as `send orders.placed`. */
export function labelOf({ action, channel, id }: Operation): string {
  const target = channel ? channelLabel(channel) : id;
  return target === undefined ? action : `${action} ${target}`;
}
