import { isDeepStrictEqual } from 'util';
import { SealedContent } from '@changeguard/audit-chain';
import { AuditRecordRow } from '../database/tables';

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
    at: record.at.toISOString(),
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

/** Whether the columns, which the log is read from, say what was sealed. */
export function saysWhatWasSealed(record: AuditRecordRow): boolean {
  return isDeepStrictEqual(
    columnsOf(record),
    JSON.parse(record.canonical ?? 'null'),
  );
}
