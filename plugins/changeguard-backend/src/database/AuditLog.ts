import {
  Actor,
  ChangeGuardEvent,
} from '@changeguard/backstage-plugin-changeguard-common';
import { Ids } from '../ports/Ids';
import { RequestOrigin } from './EventWriter';
import { Transaction } from './UnitOfWork';

/** What an event is about besides the fields that changed, so that its record says it, too. */
function subjectOf(event: ChangeGuardEvent): Record<string, unknown> | null {
  switch (event.type) {
    case 'comment.added':
    case 'comment.edited':
    case 'comment.deleted':
      return { commentId: event.data.comment.id };
    case 'consumer.identified':
    case 'consumer.left':
    case 'consumer.answered':
      return { consumer: event.data.consumer.entityRef };
    case 'audience.snapshotted': {
      const { state, consumers, people } = event.data.audience;
      return { state, consumers, people };
    }
    default:
      return null;
  }
}

function toJson(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}

/** Something done that no event speaks of, since nothing happened to a change. */
export interface AuditedAct {
  id: string;
  action: string;
  actor: Actor;
  origin: RequestOrigin;
  /** The change it is about, when it is about one. */
  changeId: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
}

/** Writes the audit records. */
export class AuditLog {
  constructor(private readonly deps: { ids: Ids }) {}

  /** Appends the record of an event; address and user agent come from its outbox row, since no event carries them. */
  async append(tx: Transaction, event: ChangeGuardEvent): Promise<void> {
    const { change, actor, before, after, reason, requestId } = event.data;
    const subject = subjectOf(event);
    await tx.raw(
      `/* AuditLog.append */
       insert into audit_records (
         id, event_id, change_id, sequence, entity_ref, actor, actor_type, action, outcome,
         before, after, reason, request_id, address, user_agent, at
       )
       select
         cast(:id as uuid), cast(:eventId as uuid), cast(:changeId as uuid), cast(:sequence as integer), :entityRef, :actor, :actorType, :action, 'success',
         cast(:before as jsonb), cast(:after as jsonb), :reason, :requestId, o.address, o.user_agent, cast(:at as timestamptz)
       from (select 1) as one left join outbox o on o.id = :eventId
       on conflict (event_id) do nothing`,
      {
        id: this.deps.ids.next(),
        eventId: event.id,
        changeId: change.id,
        sequence: event.sequence,
        entityRef: change.entityRef,
        actor: actor.ref,
        actorType: actor.type,
        action: event.type,
        before: toJson(before),
        after: toJson(subject ? { ...subject, ...after } : after),
        reason,
        requestId,
        at: event.time,
      },
    );
  }

  /** Records an act in the transaction of what it did. */
  async record(tx: Transaction, act: AuditedAct): Promise<void> {
    const { id, action, actor, origin, changeId, reason } = act;
    await tx.raw(
      `/* AuditLog.record */
       insert into audit_records (
         id, change_id, entity_ref, actor, actor_type, action, outcome,
         before, after, reason, request_id, address, user_agent, at
       )
       values (
         :id, :changeId, (select c.entity_ref from schema_changes c where c.id = :changeId), :actor, :actorType, :action, 'success',
         cast(:before as jsonb), cast(:after as jsonb), :reason, :requestId, :address, :userAgent, clock_timestamp()
       )`,
      {
        id,
        changeId,
        actor: actor.ref,
        actorType: actor.type,
        action,
        before: toJson(act.before),
        after: toJson(act.after),
        reason,
        requestId: origin.requestId,
        address: origin.address,
        userAgent: origin.userAgent,
      },
    );
  }
}
