import {
  AuditEntry,
  AuditRecord,
} from '@changeguard/backstage-plugin-changeguard-common';
import { AuditEntryRow } from '../../database/AuditReadModel';
import { AuditRecordRow } from '../../database/auditTables';

/** A record as the history of its change shows it. */
export function presentAuditRecord(row: AuditRecordRow): AuditRecord {
  return {
    id: row.id,
    eventId: row.event_id,
    changeId: row.change_id,
    entityRef: row.entity_ref,
    actor: row.actor,
    actorType: row.actor_type,
    action: row.action,
    outcome: row.outcome,
    before: row.before,
    after: row.after,
    reason: row.reason,
    requestId: row.request_id,
    at: row.at.toISOString(),
  };
}

/** A record as auditors read it. */
export function presentAuditEntry(row: AuditEntryRow): AuditEntry {
  return {
    ...presentAuditRecord(row),
    onBehalfOf: row.on_behalf_of,
    origin: row.origin,
    address: row.address,
    userAgent: row.user_agent,
    seq: row.seq === null ? null : Number(row.seq),
    hash: row.hash && row.hash.toString('hex'),
    erased: row.erased_at !== null,
  };
}
