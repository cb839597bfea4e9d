import type {
  AffectedConsumer,
  AuditEntry,
  DefinitionCheckResult,
  Delivery,
  FailingEvent,
  Notification,
  SchemaChange,
  SchemaChangeSummary,
} from '@changeguard/backstage-plugin-changeguard-common';

let count = 0;

/** An id that was not given out before. */
function nextId(): string {
  count += 1;
  return `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`;
}

const DAY = 86_400_000;
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY).toISOString();

/** A schema change as lists carry it, announced and a little over 20 days away unless told. @public */
export function sampleChange(
  change: Partial<SchemaChangeSummary> = {},
): SchemaChangeSummary {
  return {
    id: nextId(),
    entityRef: 'api:default/orders-api',
    ownerRefs: ['group:default/team-orders'],
    title: 'Remove field legacyId from GET /orders',
    format: 'openapi',
    severity: 'breaking',
    status: 'announced',
    effectiveAt: inDays(20.5),
    sunsetAt: null,
    replacement: null,
    source: 'manual',
    createdBy: 'user:default/alice',
    createdAt: inDays(-3),
    updatedAt: inDays(-1),
    announcedAt: inDays(-3),
    releasedAt: null,
    resolvedAt: null,
    withdrawnAt: null,
    version: 1,
    consumers: {
      state: 'complete',
      total: 8,
      hidden: null,
      byAnswer: { notified: 3, migrated: 2, migrating: 2, blocked: 1 },
    },
    flags: {
      overdue: false,
      atRisk: false,
      entityGone: false,
      reverted: false,
    },
    findingCount: 1,
    ...change,
  };
}

/** A schema change as its own page reads it. @public */
export function sampleChangeDetail(
  change: Partial<SchemaChange> = {},
): SchemaChange {
  const { findingCount, ...summary } = sampleChange();
  return {
    ...summary,
    description: 'Nobody should need it since **v2**.',
    findings: [],
    migrationGuide: null,
    revisions: null,
    may: { edit: false, comment: true, moveTo: [] },
    ...change,
  };
}

/** An affected consumer that the reader may answer for and has not answered for, unless told. @public */
export function sampleConsumer(
  consumer: Partial<AffectedConsumer> = {},
): AffectedConsumer {
  return {
    id: nextId(),
    entityRef: 'component:default/checkout-web',
    ownerRefs: ['group:default/team-checkout'],
    direct: true,
    paths: [
      [
        {
          from: 'component:default/checkout-web',
          type: 'consumesApi',
          to: 'api:default/orders-api',
        },
      ],
    ],
    evidence: [],
    answer: {
      state: 'notified',
      note: null,
      by: null,
      at: null,
      onVersion: null,
      expectedAt: null,
      waivedUntil: null,
    },
    late: false,
    left: false,
    reachable: true,
    mayAnswer: true,
    reach: { people: 3, channels: {} },
    ...consumer,
  };
}

/** An unread notification of an announced change. @public */
export function sampleNotification(
  notification: Partial<Notification> = {},
): Notification {
  const changeId = notification.changeId ?? nextId();
  return {
    id: nextId(),
    changeId,
    changeStatus: 'announced',
    type: 'announced',
    title: 'Breaking change announced: Remove field legacyId',
    body: 'It affects checkout-web.',
    link: `/changeguard/changes/${changeId}`,
    severity: 'breaking',
    createdAt: inDays(-0.1),
    readAt: null,
    ...notification,
  };
}

/** A mail about an announced change that has not been tried yet, unless told. @public */
export function sampleDelivery(delivery: Partial<Delivery> = {}): Delivery {
  return {
    id: nextId(),
    eventId: nextId(),
    eventType: 'announced',
    changeId: nextId(),
    changeTitle: 'Remove field legacyId from GET /orders',
    channel: 'email',
    recipient: 'user:default/bob',
    reason: 'you own checkout-web, which consumes orders-api',
    state: 'pending',
    attempts: 0,
    lastError: null,
    nextAttemptAt: null,
    createdAt: inDays(-0.2),
    settledAt: null,
    ...delivery,
  };
}

/** An event that the notification subscriber fails on, unless told. @public */
export function sampleFailingEvent(
  event: Partial<FailingEvent> = {},
): FailingEvent {
  return {
    eventId: nextId(),
    eventType: 'schema-change.announced',
    changeId: nextId(),
    changeTitle: 'Remove field legacyId from GET /orders',
    subscriber: 'notification',
    attempts: 3,
    lastError: 'The catalog did not answer',
    lastFailedAt: inDays(-0.1),
    nextAttemptAt: null,
    createdAt: inDays(-0.2),
    ...event,
  };
}

/** A sealed record of an announced change, unless told. @public */
export function sampleAuditEntry(entry: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: nextId(),
    eventId: nextId(),
    changeId: nextId(),
    entityRef: 'api:default/orders-api',
    actor: 'user:default/alice',
    actorType: 'user',
    action: 'schema-change.announced',
    outcome: 'success',
    before: { status: 'draft' },
    after: { status: 'announced' },
    reason: null,
    requestId: 'b7e1',
    at: inDays(-0.1),
    onBehalfOf: null,
    origin: 'http',
    address: '192.0.2.7',
    userAgent: 'Mozilla/5.0',
    seq: count,
    hash: 'ab'.repeat(32),
    erased: false,
    ...entry,
  };
}

/** A comparison that found a field of a query gone, unless told. @public */
export function sampleCheckResult(
  result: Partial<DefinitionCheckResult> = {},
): DefinitionCheckResult {
  return {
    outcome: 'compared',
    verdict: 'breaking',
    findings: [
      {
        rule: 'graphql-field-removed',
        severity: 'breaking',
        side: 'request',
        pointer: '/Query/a',
        operation: 'Query.a',
        before: 'a: Int',
        after: null,
        beforeRange: { startLine: 1, endLine: 1 },
        afterRange: null,
        message: 'The field a of Query is gone',
        purpose: 'Queries that ask for it fail.',
        fingerprint: 'cd'.repeat(32),
        engine: 'graphql',
        engineVersion: '1',
        accepted: null,
      },
    ],
    findingCount: 1,
    reasons: [],
    failure: null,
    passes: false,
    format: 'graphql',
    base: null,
    hints: [],
    ...result,
  };
}
