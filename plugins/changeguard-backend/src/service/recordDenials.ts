import { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  OperationName,
  operations,
} from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { AuditLog } from '../database/AuditLog';
import { entityOfPath } from './entityOfPath';
import { UseCase, UseCaseRequest, UseCases } from './UseCase';
import { actorOf } from './Viewer';

/** What a refused operation would have been in the audit trail. */
const actions: Partial<Record<OperationName, string>> = {
  recordSchemaChange: 'schema-change.recorded',
  updateSchemaChange: 'schema-change.updated',
  deleteSchemaChange: 'schema-change.deleted',
  addComment: 'comment.added',
  editComment: 'comment.edited',
  deleteComment: 'comment.deleted',
  answerForConsumer: 'consumer.answered',
  listAudit: 'audit.listed',
  getAuditChain: 'audit.listed',
  verifyAudit: 'audit.verified',
  checkDefinition: 'definition.checked',
  publishRevision: 'revision.published',
  diffRevisions: 'revision.compared',
  compareNow: 'revision.published',
  acceptFinding: 'finding.accepted',
  revokeAcceptance: 'finding.acceptance-revoked',
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
function changeIdOf(name: OperationName, params: object | undefined) {
  return operations[name].path.startsWith('/schema-changes/')
    ? textOf(params, 'id')
    : null;
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

/** Puts every refused attempt to change something, or to see what operators see, into the audit trail. Failing to do so does not change the refusal. */
export function recordDenials(
  useCases: UseCases,
  deps: {
    knex: Knex;
    auditLog: AuditLog;
    logger: LoggerService;
  },
): UseCases {
  const remember = async (
    name: OperationName,
    action: string,
    { viewer, origin, params, body }: UseCaseRequest<OperationName>,
  ) =>
    deps.auditLog.record(deps.knex, {
      action,
      outcome: 'denied',
      actor: actorOf(viewer),
      origin,
      changeId: changeIdOf(name, params),
      entityRef: entityRefOf(params, body),
      reason: textOf(body, 'reason'),
    });
  const watch = <TName extends OperationName>(
    name: OperationName,
    action: string,
    useCase: UseCase<TName>,
  ): UseCase<TName> => {
    return async request => {
      try {
        return await useCase(request);
      } catch (error) {
        if (isError(error) && error.name === 'NotAllowedError') {
          await remember(name, action, request).catch(failure =>
            deps.logger.error('A denied attempt was not recorded', failure),
          );
        }
        throw error;
      }
    };
  };
  return Object.fromEntries(
    Object.entries(useCases).map(([name, useCase]) => {
      const operation = name as OperationName;
      const action = actions[operation];
      return [
        name,
        action
          ? watch(operation, action, useCase as UseCase<OperationName>)
          : useCase,
      ];
    }),
  ) as UseCases;
}
