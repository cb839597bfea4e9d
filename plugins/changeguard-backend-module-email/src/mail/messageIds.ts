import { createHash } from 'node:crypto';

/**
 * The `Message-ID` of a delivery: the same on every attempt, so that a second copy, sent because the first one's fate was
 * unknown, is recognised as the same mail.
 */
export function deliveryMessageId(deliveryId: string, domain: string): string {
  return messageId('delivery', deliveryId, domain);
}

/**
 * The id all mails about one change refer to. No mail bears it: who joins late has no first mail to refer to, and mail
 * programs thread by a common reference whether they hold it or not.
 */
export function threadRootId(changeId: string, domain: string): string {
  return messageId('change', changeId, domain);
}

function messageId(kind: string, id: string, domain: string): string {
  // Ids are UUIDs and stay readable in a mail server's log; anything else must not break out of the angle brackets.
  const safe = /^[\w-]{1,100}$/.test(id)
    ? id
    : createHash('sha256').update(id).digest('hex');
  return `<changeguard.${kind}.${safe}@${domain}>`;
}
