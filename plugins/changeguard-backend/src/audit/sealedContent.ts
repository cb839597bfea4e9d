import { isDeepStrictEqual } from 'util';
import { SealedContent } from '@changeguard/audit-chain';
import { AuditRecordRow } from '../database/auditTables';

/** What was sealed of a record; null when it was erased or purged. */
export function sealedContent(
  record: Pick<AuditRecordRow, 'salt' | 'canonical'> | null,
): SealedContent | null {
  return record?.salt && record.canonical !== null
    ? { salt: record.salt, bytes: Buffer.from(record.canonical) }
    : null;
}

/** A record's columns under the names of its canonical form. */
function columnsOf(record: AuditRecordRow): Record<string, unknown> {
  return {
    id: record.id,
    eventId: record.event_id,
    changeId: record.change_id,
    sequence: record.sequence,
    at: inWords(record.at),
    actor: record.actor,
    actorType: record.actor_type,
    onBehalfOf: record.on_behalf_of,
    action: record.action,
    outcome: record.outcome,
    entityRef: record.entity_ref,
    before: record.before,
    after: record.after,
    reason: record.reason,
    requestId: record.request_id,
    origin: record.origin,
    address: record.address,
    userAgent: record.user_agent,
  };
}

/** A time that no clock shows, as `infinity`, is one that somebody put there. */
function inWords(time: Date): string {
  return Number.isFinite(Number(time)) ? time.toISOString() : String(time);
}

/**
 * What is digested of what an erasure left, in this order. A column that is added later is not: what was digested before would be another
 * thing then, and every earlier erasure would count as altered.
 */
const remaining = [
  ...['id', 'eventId', 'changeId', 'sequence', 'at'],
  ...['actor', 'actorType', 'onBehalfOf', 'action', 'outcome', 'entityRef'],
  ...['before', 'after', 'reason', 'requestId'],
  ...['origin', 'address', 'userAgent', 'erasedAt'],
];

/** What an erasure left of a record: its columns and the salt that they got, which goes with them when the record is purged. */
export function remainderOf(record: AuditRecordRow): SealedContent {
  const { salt, erased_at } = record;
  const columns: Record<string, unknown> = {
    ...columnsOf(record),
    erasedAt: erased_at && inWords(erased_at),
  };
  const left = Object.fromEntries(remaining.map(name => [name, columns[name]]));
  return {
    salt: salt ?? Buffer.alloc(0),
    bytes: Buffer.from(JSON.stringify(left)),
  };
}

/** Whether the columns, which the log is read from, say what was sealed. Whoever makes up a chain need not seal JSON. */
export function saysWhatWasSealed(record: AuditRecordRow): boolean {
  try {
    return isDeepStrictEqual(
      columnsOf(record),
      JSON.parse(record.canonical ?? 'null'),
    );
  } catch {
    return false;
  }
}
