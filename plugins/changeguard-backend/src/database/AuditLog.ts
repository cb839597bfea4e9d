import {
  Actor,
  AuditAction,
  AuditRecord,
  ChangeGuardEvent,
} from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { Ids } from '../ports/Ids';
import { RequestOrigin } from './EventWriter';
import { Transaction } from './UnitOfWork';

/** Something that no event speaks of: what people set for themselves, a denied attempt, an export, an erasure, a replay. */
export type AuditedAct = { action: AuditAction } & Partial<
  Pick<
    AuditRecord,
    'id' | 'outcome' | 'changeId' | 'entityRef' | 'before' | 'after' | 'reason'
  >
> & { actor: Actor; origin: RequestOrigin };

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

/** In whose name ChangeGuard itself acted. */
function principalOf(event: ChangeGuardEvent): string | null {
  return event.type === 'audience.snapshotted'
    ? event.data.audience.announcedBy.ref
    : null;
}

function toJson(value: unknown): string | null {
  return value ? JSON.stringify(value) : null;
}

/**
 * Writes the audit records. A trigger adds what the chain needs and queues them for the sealer, so whoever has committed some wakes it
 * with `wakeSealer`: only a hint, the sealer polls, too.
 */
export class AuditLog {
  constructor(private readonly deps: { ids: Ids; wakeSealer: () => void }) {}

  /**
   * Appends the record of an event. Its time, by the database's clock, and where the request came from are in its outbox row, since no
   * event carries them. A service that called in somebody's name is the one who acted.
   */
  async append(tx: Transaction, event: ChangeGuardEvent): Promise<void> {
    const { change, actor, before, after, reason, requestId } = event.data;
    const subject = subjectOf(event);
    await tx.raw(
      `/* AuditLog.append */
       insert into audit_records (
         id, event_id, change_id, sequence, entity_ref, actor, actor_type, on_behalf_of, action, outcome,
         before, after, reason, request_id, origin, address, user_agent, at
       )
       select
         cast(:id as uuid), cast(:eventId as uuid), cast(:changeId as uuid), cast(:sequence as integer), :entityRef,
         coalesce(o.via, :actor),
         case when o.via is null then cast(:actorType as text) else 'service' end,
         case when o.via is null then cast(:principal as text) else :actor end,
         :action, 'success', cast(:before as jsonb), cast(:after as jsonb), :reason, :requestId,
         o.origin, o.address, o.user_agent, coalesce(o.created_at, cast(:at as timestamptz))
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
        principal: principalOf(event),
        action: event.type,
        before: toJson(before),
        after: toJson(subject ? { ...subject, ...after } : after),
        reason,
        requestId,
        at: event.time,
      },
    );
  }

  /** Records an act, in the transaction of what it did where there is one; the entity of its change is filled in. */
  async record(db: Knex, act: AuditedAct): Promise<void> {
    const { actor, origin } = act;
    await db.raw(
      `/* AuditLog.record */
       insert into audit_records (
         id, change_id, entity_ref, actor, actor_type, on_behalf_of, action, outcome,
         before, after, reason, request_id, origin, address, user_agent
       )
       values (
         :id, :changeId, coalesce(:entityRef, (select c.entity_ref from schema_changes c where c.id = :changeId)),
         :actor, :actorType, :principal, :action, :outcome,
         cast(:before as jsonb), cast(:after as jsonb), :reason, :requestId, :origin, :address, :userAgent
       )`,
      {
        id: act.id ?? this.deps.ids.next(),
        changeId: act.changeId ?? null,
        entityRef: act.entityRef ?? null,
        actor: origin.via ?? actor.ref,
        actorType: origin.via ? 'service' : actor.type,
        principal: origin.via && actor.ref,
        action: act.action,
        outcome: act.outcome ?? 'success',
        before: toJson(act.before),
        after: toJson(act.after),
        reason: act.reason ?? null,
        requestId: origin.requestId,
        origin: origin.kind,
        address: origin.address,
        userAgent: origin.userAgent,
      },
    );
    const committed = db.isTransaction
      ? (db as Transaction).executionPromise
      : Promise.resolve();
    committed.then(this.deps.wakeSealer, () => {});
  }

  /** Records were committed. */
  readonly wakeSealer = () => this.deps.wakeSealer();
}
