import { AuditRecord } from '@changeguard/backstage-plugin-changeguard-common';

/** Texts longer than this are named rather than quoted. */
const LONG = 160;

/** What a record's sentence says already, or what is of no use to a reader. */
const said = [
  'consumer',
  'commentId',
  'late',
  'left',
  'onVersion',
  'reachable',
  'status',
];

/** One field of an audit record, as it was and as it is since; `isLong` when it is too much to show. */
export interface FieldChange {
  field: string;
  before: string | boolean | undefined;
  after: string | boolean | undefined;
  isLong: boolean;
}

function asText(value: unknown): string | boolean | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) {
    return value.join(', ') || undefined;
  }
  if (Array.isArray(value)) return String(value.length);
  return JSON.stringify(value);
}

const isLongText = (text: string | boolean | undefined) =>
  typeof text === 'string' && text.length > LONG;

/** The fields an audit record says have changed, without those its sentence says. */
export function fieldChanges(
  record: Pick<AuditRecord, 'action' | 'before' | 'after'>,
): FieldChange[] {
  const { action, before, after } = record;
  // Everything is new in what was just made; listing it would only repeat the page.
  const isNew = before === null && /^(schema-change|comment)\./.test(action);
  if (isNew) return [];
  const fields = new Set([
    ...Object.keys(before ?? {}),
    ...Object.keys(after ?? {}),
  ]);
  return [...fields].flatMap(field => {
    const change = {
      field:
        field === 'state' && action.startsWith('audience.')
          ? 'audienceState'
          : field,
      before: asText(before?.[field]),
      after: asText(after?.[field]),
    };
    const isEmpty = change.before === undefined && change.after === undefined;
    if (isEmpty || said.includes(field)) return [];
    const isLong = isLongText(change.before) || isLongText(change.after);
    return [{ ...change, isLong }];
  });
}
