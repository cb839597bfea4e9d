import { ChangeGuardEvent } from '@changeguard/backstage-plugin-changeguard-common';
import { ChannelMessage } from '@changeguard/backstage-plugin-changeguard-node';
import { Knex } from 'knex';
import { CommentRow, FindingRow, SchemaChangeRow } from '../database/tables';
import { CatalogPort } from '../ports/CatalogPort';
import { Recipient } from './decideRecipients';
import { changeLink, notificationText, TextFacts } from './notificationText';
import { RecipientResolver } from './RecipientResolver';
import { Telling, tellingOf } from './telling';

/** Findings that a message carries; the change's page shows the rest. */
const maxFindings = 50;

/** An event ready to be told: what, and to whom. */
export interface PreparedTelling {
  change: SchemaChangeRow;
  telling: Telling;
  facts: TextFacts;
  recipients: Recipient[];
  message: ChannelMessage;
}

function isComment(
  event: ChangeGuardEvent,
): event is ChangeGuardEvent<'comment.added' | 'comment.edited'> {
  return event.type === 'comment.added' || event.type === 'comment.edited';
}

/** Reads what an event is told with. Current state, not the event's: messages may arrive late or out of order. */
export class TellingPreparer {
  constructor(
    private readonly deps: {
      knex: Knex;
      recipients: RecipientResolver;
      catalog: CatalogPort;
    },
  ) {}

  /** Null when the event is told to nobody, or its change is gone. */
  async prepare(event: ChangeGuardEvent): Promise<PreparedTelling | null> {
    const { knex, recipients } = this.deps;
    const change = await knex<SchemaChangeRow>('schema_changes')
      .where({ id: event.subject })
      .first();
    const telling = change && tellingOf(event, change);
    if (!change || !telling) return null;
    const comment = await this.comment(event);
    // Deleted before anybody was told: there is nothing to read any more.
    if (isComment(event) && !comment) return null;
    const actorName = isComment(event) ? await this.actorName(event) : null;
    const facts = { event, change, comment, actorName };
    return {
      change,
      telling,
      facts,
      recipients: await recipients.resolve(event, change, telling),
      message: await this.message(facts, change, telling),
    };
  }

  private async comment(event: ChangeGuardEvent): Promise<CommentRow | null> {
    if (!isComment(event)) return null;
    const comment = await this.deps
      .knex<CommentRow>('comments')
      .where({ id: event.data.comment.id })
      .whereNull('deleted_at')
      .first();
    return comment ?? null;
  }

  private async actorName(event: ChangeGuardEvent): Promise<string | null> {
    const { type, ref } = event.data.actor;
    if (type !== 'user') return null;
    try {
      const [person] = await this.deps.catalog.getEntities([ref]);
      return person?.profile?.displayName ?? null;
    } catch {
      // Their name in the ref will do: nobody has to wait for the catalog to read a nicer one.
      return null;
    }
  }

  private async message(
    facts: TextFacts,
    change: SchemaChangeRow,
    { type, topic }: Telling,
  ): Promise<ChannelMessage> {
    const { event, comment } = facts;
    const findings = await this.deps
      .knex<FindingRow>('findings')
      .where({ change_id: change.id })
      .orderBy('ordinal')
      .limit(maxFindings)
      .select('severity', 'pointer', 'message');
    return {
      eventId: event.id,
      changeId: change.id,
      entityRef: change.entity_ref,
      type,
      topic,
      severity: change.severity,
      ...notificationText(type, facts),
      link: changeLink(change.id),
      at: event.time,
      change: {
        title: change.title,
        description: change.description,
        severity: change.severity,
        status: change.status,
        effectiveAt: change.effective_at?.toISOString() ?? null,
        sunsetAt: change.sunset_at?.toISOString() ?? null,
        migrationGuide: change.migration_guide,
        replacement: change.replacement,
        findings,
      },
      comment: comment && { author: comment.author, body: comment.body },
    };
  }
}
