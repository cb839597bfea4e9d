import { NotificationType } from '@changeguard/backstage-plugin-changeguard-common';
import { ChannelMessage } from '@changeguard/backstage-plugin-changeguard-node';
import { shortDay } from './calendarDay';
import { entityName } from './entityName';
import { headerText } from './headerText';

const verbs: Record<NotificationType, string> = {
  announced: 'Announced',
  released: 'Released',
  resolved: 'Resolved',
  withdrawn: 'Withdrawn',
  reopened: 'Announced again',
  commented: 'New comment',
  mentioned: 'You were mentioned',
  answered: 'New answer',
  'draft-detected': 'Draft to review',
  reverted: 'Definition is back',
};

const dated: readonly NotificationType[] = [
  'announced',
  'reopened',
  'draft-detected',
];

/** `[orders-api] Announced: Remove legacyId (effective 12 Dec)`; the date only while it lies ahead. */
export function mailSubject(message: ChannelMessage): string {
  const { change, type, at } = message;
  const date =
    change.effectiveAt && dated.includes(type)
      ? ` (effective ${shortDay(change.effectiveAt, at)})`
      : '';
  const name = headerText(entityName(message.entityRef), 80);
  return `[${name}] ${verbs[type]}: ${headerText(change.title, 150)}${date}`;
}
