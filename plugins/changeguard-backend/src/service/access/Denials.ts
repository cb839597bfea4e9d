import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  AuditAction,
  OperationName,
  operations,
} from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { AuditLog } from '../../database/AuditLog';
import { RequestOrigin } from '../../database/EventWriter';
import { entityOfPath } from './entityOfPath';
import { actorOf, Viewer } from '../Viewer';

/** What can be refused: operations, and the export, which is none because it is a stream. */
export type Refusable = OperationName | 'exportAudit';

/** What is known of a request that is refused. */
export interface RefusedRequest {
  viewer: Viewer;
  origin: RequestOrigin;
  /** Which permission or rule refused, in words. */
  refusal: string;
  params?: object;
  body?: object;
}

type Operations = typeof operations;
type WriteName = {
  [TName in OperationName]: Operations[TName]['rate'] extends 'read'
    ? never
    : TName;
}[OperationName];

/** Reading what one was told changes nothing for anybody else, and leaves no record, allowed or refused. */
type Unrecorded = 'readNotification' | 'readAllNotifications';

/** What a refused operation would have been in the audit trail. One that writes and has none does not compile. */
const actions: Partial<Record<Refusable, AuditAction>> &
  Record<Exclude<WriteName, Unrecorded>, AuditAction> = {
  exportAudit: 'audit.exported',
  eraseAudit: 'audit.erased',
  recordSchemaChange: 'schema-change.recorded',
  updateSchemaChange: 'schema-change.updated',
  deleteSchemaChange: 'schema-change.deleted',
  addComment: 'comment.added',
  editComment: 'comment.edited',
  deleteComment: 'comment.deleted',
  answerForConsumer: 'consumer.answered',
  setPreferences: 'preferences.set',
  setSubscription: 'subscription.set',
  deleteSubscription: 'subscription.deleted',
  listAudit: 'audit.listed',
  getAuditChain: 'audit.listed',
  verifyAudit: 'audit.verified',
  checkDefinition: 'definition.checked',
  publishRevision: 'revision.published',
  diffRevisions: 'revision.compared',
  compareNow: 'revision.published',
  setBaseline: 'baseline.set',
  acceptFinding: 'finding.accepted',
  acceptFindings: 'finding.accepted',
  revokeAcceptance: 'finding.acceptance-revoked',
  revokeAcceptances: 'finding.acceptance-revoked',
  listDeliveries: 'delivery.listed',
  getDeliverySummary: 'delivery.listed',
  listFailingEvents: 'delivery.listed',
  skipEvent: 'event.skipped',
  replayDelivery: 'delivery.replayed',
  replayDeliveries: 'delivery.replayed',
};

/** A part of any operation's request, when it has it. */
function textOf(part: object | undefined, key: string): string | null {
  const value = part && Object.entries(part).find(([name]) => name === key);
  return typeof value?.[1] === 'string' ? value[1] : null;
}

/** The change that an operation's `:id` names; other things have ids, too. */
function changeIdOf(name: Refusable, params: object | undefined) {
  const isOfChange =
    name !== 'exportAudit' &&
    operations[name].path.startsWith('/schema-changes/');
  const id = isOfChange ? textOf(params, 'id') : null;
  // Of a kind of caller that is refused, nothing else was checked.
  return id && z.uuid().safeParse(id).success ? id : null;
}

/** The entity that an operation is about, by its body or its path. */
function entityRefOf(
  params: object | undefined,
  body: object | undefined,
): string | null {
  const [kind, namespace, name] = ['kind', 'namespace', 'name'].map(key =>
    textOf(params, key),
  );
  return kind && namespace && name
    ? entityOfPath({ kind, namespace, name })
    : textOf(body, 'entityRef');
}

/**
 * Puts refused attempts to change something, or to see what only some may see, into the audit trail, with why they were refused; the
 * reason that the caller gave is kept as what would have been written. Failing to do so does not change the refusal.
 */
export class Denials {
  constructor(
    private readonly deps: {
      knex: Knex;
      auditLog: AuditLog;
      logger: LoggerService;
    },
  ) {}

  async remember(
    name: Refusable,
    { viewer, origin, refusal, params, body }: RefusedRequest,
  ): Promise<void> {
    const { knex, auditLog, logger } = this.deps;
    const action: AuditAction | undefined = actions[name];
    if (!action) return;
    const givenReason = textOf(body, 'reason');
    try {
      await auditLog.record(knex, {
        action,
        outcome: 'denied',
        actor: actorOf(viewer),
        origin,
        changeId: changeIdOf(name, params),
        entityRef: entityRefOf(params, body),
        after: givenReason === null ? null : { reason: givenReason },
        reason: refusal,
      });
    } catch (failure) {
      logger.error('A denied attempt was not recorded', toError(failure));
    }
  }
}
