import {
  ChangeStatus,
  FindingInput,
  SchemaFormat,
  Severity,
} from '@changeguard/backstage-plugin-changeguard-common';
import { FindingRow, SchemaChangeRow } from '../../database/tables';
import { findingInputOf } from './findingInputOf';

/** What people write of a change, as the API, events and the audit trail name it. */
export interface ChangeFields {
  title: string;
  description: string;
  format: SchemaFormat;
  severity: Severity;
  status: ChangeStatus;
  effectiveAt: string | null;
  sunsetAt: string | null;
  migrationGuide: string | null;
  replacement: string | null;
  findings: FindingInput[];
}

/** A change's fields as they are stored. */
export function fieldsOf(
  row: SchemaChangeRow,
  findings: readonly FindingRow[],
): ChangeFields {
  return {
    title: row.title,
    description: row.description,
    format: row.format,
    severity: row.severity,
    status: row.status,
    effectiveAt: row.effective_at?.toISOString() ?? null,
    sunsetAt: row.sunset_at?.toISOString() ?? null,
    migrationGuide: row.migration_guide,
    replacement: row.replacement,
    findings: findings.map(({ id, ...finding }) => ({
      ...findingInputOf(finding),
      // A hand-written finding's fingerprint is its id, which nobody writes.
      fingerprint: finding.fingerprint === id ? null : finding.fingerprint,
    })),
  };
}

/** The fields as columns; findings have a table of their own. */
export function columnsOf(fields: ChangeFields) {
  return {
    title: fields.title,
    description: fields.description,
    format: fields.format,
    severity: fields.severity,
    status: fields.status,
    effective_at: fields.effectiveAt ? new Date(fields.effectiveAt) : null,
    sunset_at: fields.sunsetAt ? new Date(fields.sunsetAt) : null,
    migration_guide: fields.migrationGuide,
    replacement: fields.replacement,
    finding_count: fields.findings.length,
  } satisfies Partial<SchemaChangeRow>;
}

/** A state without what is empty, for the first event of something. */
export function withoutEmpty(state: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(state).filter(
      ([, value]) =>
        value !== null &&
        value !== '' &&
        !(Array.isArray(value) && !value.length),
    ),
  );
}
