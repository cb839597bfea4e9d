import { AuditOrigin } from '@changeguard/backstage-plugin-changeguard-common';

/** Rows of the audit trail, as node-postgres reads them. The migrations are their source. */
export interface AuditRecordRow {
  id: string;
  position: string;
  event_id: string | null;
  change_id: string | null;
  sequence: number | null;
  entity_ref: string | null;
  actor: string;
  actor_type: 'user' | 'service' | 'system';
  action: string;
  outcome: 'success' | 'denied';
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
  request_id: string | null;
  origin: AuditOrigin | null;
  address: string | null;
  user_agent: string | null;
  at: Date;
  on_behalf_of: string | null;
  /** The bytes that are sealed; made by a trigger, null once they are erased. */
  canonical: string | null;
  /** Of the sealed bytes; once they are erased, of what remains. */
  salt: Buffer | null;
  erased_at: Date | null;
}

export interface AuditSealRow {
  seq: string;
  record_id: string;
  digest: Buffer;
  prev: Buffer;
  hash: Buffer;
  sealed_at: Date;
}

export interface AuditCheckpointRow {
  seq: string;
  hash: Buffer;
  at: Date;
  key_id: string;
  signature: string;
}
