import { TransportMessage } from '@changeguard/backstage-plugin-changeguard-node';
import { crc32 } from 'node:zlib';

/** The attribute that carries a message's own key while it travels under a shared one. */
const OWN_KEY = 'orderingKey';

/** How a message travels: under its own ordering key, or under one of `keys` that it shares with others. */
export function toBroker(
  message: TransportMessage,
  keys: number | undefined,
): { orderingKey: string; attributes: Record<string, string> } {
  const { id, orderingKey } = message;
  const attributes = { ...message.attributes, eventId: id };
  return keys === undefined
    ? { orderingKey, attributes }
    : {
        orderingKey: `shared-${crc32(orderingKey) % keys}`,
        attributes: { ...attributes, [OWN_KEY]: orderingKey },
      };
}

/** The message's own key and attributes, as they were before it travelled. */
export function fromBroker(
  orderingKey: string,
  attributes: Record<string, string>,
): { orderingKey: string; attributes: Record<string, string> } {
  const { [OWN_KEY]: ownKey = orderingKey, ...own } = attributes;
  return { orderingKey: ownKey, attributes: own };
}
