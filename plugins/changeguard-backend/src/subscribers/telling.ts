import {
  ChangeGuardEvent,
  NotificationTopic,
  NotificationType,
} from '@changeguard/backstage-plugin-changeguard-common';
import { SchemaChangeRow } from '../database/tables';

/** What an event is told as. */
export interface Telling {
  type: NotificationType;
  topic: NotificationTopic;
}

const topics: Record<NotificationType, NotificationTopic> = {
  announced: 'breaking-change',
  released: 'breaking-change',
  resolved: 'breaking-change',
  withdrawn: 'breaking-change',
  reopened: 'breaking-change',
  'draft-detected': 'breaking-change',
  reverted: 'breaking-change',
  commented: 'discussion',
  mentioned: 'discussion',
  answered: 'discussion',
};

function typeOf(
  event: ChangeGuardEvent,
  change: Pick<SchemaChangeRow, 'status' | 'source' | 'announced_at'>,
): NotificationType | null {
  const open = change.status === 'announced' || change.status === 'released';
  const wasAnnounced = change.announced_at !== null;
  switch (event.type) {
    case 'audience.snapshotted':
      // Resolved or withdrawn before anybody had heard of it: there is nothing to tell any more.
      return open ? 'announced' : null;
    case 'consumer.identified':
      // Back after it had left: its people were told the first time.
      return open && event.data.before?.left !== true ? 'announced' : null;
    case 'schema-change.released':
      return wasAnnounced ? 'released' : null;
    case 'schema-change.resolved':
      return wasAnnounced ? 'resolved' : null;
    case 'schema-change.withdrawn':
      return wasAnnounced ? 'withdrawn' : null;
    case 'schema-change.reopened':
      return 'reopened';
    case 'schema-change.recorded':
      // Drafts that people write are their own business; one that was detected is news to its owners.
      return change.source === 'catalog' || change.source === 'ci'
        ? 'draft-detected'
        : null;
    case 'schema-change.updated':
      return event.data.after?.reverted === true ? 'reverted' : null;
    case 'comment.added':
      return 'commented';
    case 'comment.edited':
      return 'mentioned';
    case 'consumer.answered':
      return 'answered';
    default:
      return null;
  }
}

/** As what people are told of an event, given where the change stands now; null when it is told to nobody. */
export function tellingOf(
  event: ChangeGuardEvent,
  change: Pick<SchemaChangeRow, 'status' | 'source' | 'announced_at'>,
): Telling | null {
  const type = typeOf(event, change);
  return type && { type, topic: topics[type] };
}
