import {
  ConsumerCounts,
  legalMoves,
  SchemaChange,
  SchemaChangeSummary,
} from '@changeguard/backstage-plugin-changeguard-common';
import { ComposedDetail } from '../../database/SchemaChangeDetails';
import { SchemaChangeHead } from '../../database/SchemaChangeHead';
import { Formats } from '../../detection/Formats';
import { AccessibleChange } from './SchemaChanges';

/** How near a date is near, for a change that somebody is blocked by. */
const nearMilliseconds = 14 * 24 * 60 * 60 * 1_000;

function isOpen({ status }: SchemaChangeHead): boolean {
  return status === 'draft' || status === 'announced';
}

function flags(head: SchemaChangeHead, now: Date): SchemaChange['flags'] {
  const left =
    head.status === 'announced' && head.effective_at
      ? head.effective_at.getTime() - now.getTime()
      : null;
  return {
    overdue: left !== null && left < 0,
    atRisk:
      left !== null &&
      left <= nearMilliseconds &&
      (head.by_answer.blocked ?? 0) > 0,
    entityGone: head.entity_gone_at !== null,
    reverted: head.reverted_at !== null && isOpen(head),
  };
}

function counts(head: SchemaChangeHead, hidden: number | null): ConsumerCounts {
  return {
    state: head.audience_state,
    total: Object.values(head.by_answer).reduce((sum, n) => sum + n, 0),
    hidden,
    byAnswer: head.by_answer,
  };
}

const iso = (date: Date | null) => date?.toISOString() ?? null;

function common(head: SchemaChangeHead, hidden: number | null, now: Date) {
  return {
    id: head.id,
    entityRef: head.entity_ref,
    ownerRefs: head.owner_refs,
    title: head.title,
    format: head.format,
    severity: head.severity,
    status: head.status,
    effectiveAt: iso(head.effective_at),
    sunsetAt: iso(head.sunset_at),
    replacement: head.replacement,
    source: head.source,
    createdBy: head.created_by,
    createdAt: head.created_at.toISOString(),
    updatedAt: head.updated_at.toISOString(),
    announcedAt: iso(head.announced_at),
    releasedAt: iso(head.released_at),
    resolvedAt: iso(head.resolved_at),
    withdrawnAt: iso(head.withdrawn_at),
    version: head.version,
    consumers: counts(head, hidden),
    flags: flags(head, now),
  };
}

/** A row of the list, as the API answers it. */
export function presentSummary(
  head: SchemaChangeHead,
  now: Date,
): SchemaChangeSummary {
  return { ...common(head, null, now), findingCount: head.finding_count };
}

/** A whole change, as the API answers it to one viewer. */
export function presentSchemaChange(
  { head, may }: AccessibleChange,
  detail: Omit<ComposedDetail, 'consumers'>,
  hidden: number,
  deps: { now: Date; formats: Pick<Formats, 'purposeOf'> },
): SchemaChange {
  const { now, formats } = deps;
  return {
    ...common(head, hidden, now),
    description: detail.description,
    migrationGuide: detail.migrationGuide,
    findings: detail.findings.map(finding => ({
      ...finding,
      purpose: formats.purposeOf(head.format, finding.rule),
    })),
    revisions:
      head.base_revision_id && head.latest_revision_id
        ? { base: head.base_revision_id, latest: head.latest_revision_id }
        : null,
    may: { ...may, moveTo: may.edit ? [...legalMoves(head.status)] : [] },
  };
}
