import { parseEntityRef } from '@backstage/catalog-model';
import {
  ChangeGuardEvent,
  NotificationType,
} from '@changeguard/backstage-plugin-changeguard-common';
import { CommentRow, SchemaChangeRow } from '../database/tables';
import { plainText } from './plainText';

/** Longest title in characters; the host's table takes no more. */
export const MAX_TITLE_LENGTH = 255;
const maxBodyLength = 1_000;

/** What a text is made of. */
export interface TextFacts {
  event: ChangeGuardEvent;
  change: Pick<
    SchemaChangeRow,
    'title' | 'entity_ref' | 'description' | 'effective_at' | 'replacement'
  >;
  comment: Pick<CommentRow, 'author' | 'body'> | null;
  /** How the person who acted is called, where the catalog says so. */
  actorName: string | null;
}

/** Cuts at a whole character and shows that something is missing. */
export function cut(text: string, length: number): string {
  const characters = Array.from(text);
  if (text.length <= length) return text;
  let kept = '';
  for (const character of characters) {
    if (kept.length + character.length > length - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

function nameOf(ref: string): string {
  try {
    return parseEntityRef(ref).name;
  } catch {
    // A service's subject is no entity ref.
    return ref;
  }
}

function actor({ actorName, event }: TextFacts): string {
  return actorName ?? nameOf(event.data.actor.ref);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

const answers = {
  acknowledged: 'has acknowledged',
  not_affected: 'is not affected by',
  migrating: 'is migrating for',
  blocked: 'is blocked by',
  migrated: 'has migrated for',
} as const;

function answered({ event, change }: TextFacts): string {
  if (event.type !== 'consumer.answered') return change.title;
  const { consumer } = event.data;
  return `${nameOf(consumer.entityRef)} ${answers[consumer.answer]}: ${
    change.title
  }`;
}

const titles: Record<NotificationType, (facts: TextFacts) => string> = {
  announced: ({ change }) =>
    `${nameOf(change.entity_ref)} is about to change: ${change.title}`,
  released: ({ change }) =>
    `${nameOf(change.entity_ref)} has changed: ${change.title}`,
  resolved: ({ change }) => `Resolved: ${change.title}`,
  withdrawn: ({ change }) => `Withdrawn: ${change.title}`,
  reopened: ({ change }) => `Open again: ${change.title}`,
  'draft-detected': ({ change }) =>
    `A change to ${nameOf(change.entity_ref)} was detected: ${change.title}`,
  reverted: ({ change }) =>
    `${nameOf(change.entity_ref)} is as it was before; withdraw? ${
      change.title
    }`,
  commented: facts => `${actor(facts)} commented on: ${facts.change.title}`,
  mentioned: facts => `${actor(facts)} mentioned you: ${facts.change.title}`,
  answered,
};

function announcement({ event, change }: TextFacts): string {
  return [
    change.effective_at ? `Takes effect on ${day(change.effective_at)}.` : '',
    change.replacement ? `Use ${change.replacement} instead.` : '',
    event.data.reason ?? '',
    change.description,
  ]
    .filter(Boolean)
    .join(' ');
}

function body(type: NotificationType, facts: TextFacts): string {
  switch (type) {
    case 'announced':
    case 'reopened':
    case 'draft-detected':
      return announcement(facts);
    case 'commented':
    case 'mentioned':
      return facts.comment?.body ?? '';
    case 'answered':
      return typeof facts.event.data.after?.note === 'string'
        ? facts.event.data.after.note
        : '';
    default:
      return facts.event.data.reason ?? '';
  }
}

/** The words people are told an event with: plain text, in one place so that they sound alike. */
export function notificationText(
  type: NotificationType,
  facts: TextFacts,
): { title: string; body: string } {
  return {
    title: cut(oneLine(plainText(titles[type](facts))), MAX_TITLE_LENGTH),
    body: cut(oneLine(plainText(body(type, facts))), maxBodyLength),
  };
}

/** Where a notification leads, inside the portal. */
export function changeLink(changeId: string): string {
  return `/changeguard/changes/${changeId}`;
}
