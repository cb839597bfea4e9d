import { Acceptance } from '@changeguard/backstage-plugin-changeguard-common';
import { AcceptanceRow } from '../../database/detectionTables';

/** An acceptance as the API answers it. */
export function presentAcceptance(row: AcceptanceRow, now: Date): Acceptance {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    fingerprint: row.fingerprint,
    format: row.format,
    rule: row.rule,
    severity: row.severity,
    pointer: row.pointer,
    operation: row.operation,
    message: row.message,
    reason: row.reason,
    acceptedBy: row.accepted_by,
    acceptedAt: row.accepted_at.toISOString(),
    until: row.until?.toISOString() ?? null,
    holds: row.until === null || row.until > now,
  };
}
