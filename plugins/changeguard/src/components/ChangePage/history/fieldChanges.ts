import { AuditRecord } from '@changeguard/backstage-plugin-changeguard-common';

/** Texts longer than this are named rather than quoted. */
const LONG = 160;

/** One field of an audit record, as it was and as it is since; `isLong` when it is too much to show. */
export interface FieldChange {
  field: string;
  before: string | undefined;
  after: string | undefined;
  isLong: boolean;
}

function asText(value: unknown): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) {
    return value.join(', ') || undefined;
  }
  if (Array.isArray(value)) return String(value.length);
  return JSON.stringify(value);
}

/** The fields an audit record says have changed. */
export function fieldChanges(
  record: Pick<AuditRecord, 'before' | 'after'>,
): FieldChange[] {
  const fields = new Set([
    ...Object.keys(record.before ?? {}),
    ...Object.keys(record.after ?? {}),
  ]);
  return [...fields].flatMap(field => {
    const before = asText(record.before?.[field]);
    const after = asText(record.after?.[field]);
    if (before === undefined && after === undefined) return [];
    const isLong = [before, after].some(text => (text?.length ?? 0) > LONG);
    return [{ field, before, after, isLong }];
  });
}
