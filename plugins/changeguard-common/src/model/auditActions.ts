import { changeGuardEventTypes } from '../events/ChangeGuardEvent';

/** What is recorded without an event of its own. */
const actsWithoutEvent = [
  'audit.erased',
  'audit.exported',
  'audit.purged',
  'baseline.set',
  'delivery.replayed',
  'event.skipped',
  'finding.accepted',
  'finding.acceptance-revoked',
  'preferences.set',
  'revision.published',
  'subscription.deleted',
  'subscription.set',
] as const;

/** What only shows in the audit trail when it is refused: reading what not everybody may see. */
const refusableReads = [
  'audit.listed',
  'audit.verified',
  'definition.checked',
  'delivery.listed',
  'revision.compared',
] as const;

/** Every action that ChangeGuard itself records in the audit trail, sorted. @public */
export const auditActions = [
  ...changeGuardEventTypes,
  ...actsWithoutEvent,
  ...refusableReads,
].sort();

/** One of {@link auditActions}. @public */
export type AuditAction = (typeof auditActions)[number];
