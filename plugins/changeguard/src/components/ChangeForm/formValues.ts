import {
  Finding,
  FindingInput,
  RecordSchemaChangeInput,
  SchemaChange,
  SchemaFormat,
  Severity,
  Side,
  UpdateSchemaChange,
} from '@changeguard/backstage-plugin-changeguard-common';
import { dayOfInstant, instantOfDay } from '../DayField/dayOfInstant';
import { markGroups } from './findings/groupRows';

/** One finding as the form holds it; `key` stays with its row while rows move. */
export interface FindingValues {
  key: string;
  /** The same in rows that began as one finding in several places, which are edited as one. */
  group?: string;
  rule: string;
  severity: Severity;
  side: Side | '';
  pointer: string;
  /** Of one that comparing two definitions brought, where it names one. */
  operation?: string | null;
  before: string;
  after: string;
  message: string;
  /** Of one that comparing two definitions brought. */
  fingerprint?: string | null;
}

/** Everything the form holds. Days are `yyyy-mm-dd`; what is empty is an empty text. */
export interface FormValues {
  entityRef: string;
  title: string;
  format: SchemaFormat;
  severity: Severity;
  findings: FindingValues[];
  description: string;
  migrationGuide: string;
  replacement: string;
  effectiveAt: string;
  sunsetAt: string;
}

/** What the form sends, without the status. */
export type FormBody = Required<
  Omit<RecordSchemaChangeInput, 'status' | 'source'>
>;

/** An untouched form. */
export function emptyValues(entityRef: string): FormValues {
  return {
    entityRef,
    title: '',
    format: 'other',
    severity: 'breaking',
    findings: [],
    description: '',
    migrationGuide: '',
    replacement: '',
    effectiveAt: '',
    sunsetAt: '',
  };
}

function rowOf(finding: Finding): FindingValues {
  return {
    key: finding.id,
    rule: finding.rule,
    severity: finding.severity,
    side: finding.side ?? '',
    pointer: finding.pointer,
    operation: finding.operation,
    before: finding.before ?? '',
    after: finding.after ?? '',
    message: finding.message,
    // A hand-written finding's is its id, which the next version of the change need not keep.
    fingerprint:
      finding.fingerprint === finding.id ? null : finding.fingerprint,
  };
}

/** The form of a change that exists. */
export function valuesOf(change: SchemaChange): FormValues {
  return {
    entityRef: change.entityRef,
    title: change.title,
    format: change.format,
    severity: change.severity,
    findings: markGroups(change.findings.map(rowOf)),
    description: change.description,
    migrationGuide: change.migrationGuide ?? '',
    replacement: change.replacement ?? '',
    effectiveAt: dayOfInstant(change.effectiveAt),
    sunsetAt: dayOfInstant(change.sunsetAt),
  };
}

/** The findings somebody has written something into; an empty row is no finding. */
export function writtenFindings(values: FormValues): FindingValues[] {
  return values.findings.filter(({ message, pointer, before, after }) =>
    [message, pointer, before, after].some(text => text.trim()),
  );
}

function findingBody(finding: FindingValues): FindingInput {
  return {
    rule: finding.rule,
    severity: finding.severity,
    side: finding.side || null,
    pointer: finding.pointer,
    operation: finding.operation ?? null,
    before: finding.before || null,
    after: finding.after || null,
    message: finding.message,
    fingerprint: finding.fingerprint ?? null,
  };
}

/** What is sent for the form. */
export function bodyOf(values: FormValues): FormBody {
  return {
    entityRef: values.entityRef,
    title: values.title,
    format: values.format,
    severity: values.severity,
    findings: writtenFindings(values).map(findingBody),
    description: values.description,
    migrationGuide: values.migrationGuide.trim() ? values.migrationGuide : null,
    replacement: values.replacement.trim() || null,
    effectiveAt: instantOfDay(values.effectiveAt),
    sunsetAt: instantOfDay(values.sunsetAt),
  };
}

/** What of the form differs from the change as it was read: all that an edit sends, so that it overwrites nothing else. */
export function editedFields(
  values: FormValues,
  base: SchemaChange,
): Partial<UpdateSchemaChange> {
  const { entityRef: _, ...now } = bodyOf(values);
  const then = bodyOf(valuesOf(base));
  return Object.fromEntries(
    Object.entries(now).filter(
      ([field, value]) =>
        JSON.stringify(value) !==
        JSON.stringify(then[field as keyof typeof then]),
    ),
  );
}
