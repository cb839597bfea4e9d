import { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  OperationName,
  operations,
} from '@changeguard/backstage-plugin-changeguard-common';
import { DenialStore } from '../database/DenialStore';
import { Clock } from '../ports/Clock';
import { Ids } from '../ports/Ids';
import { UseCase, UseCaseRequest, UseCases } from './UseCase';

/** What a refused operation would have been in the audit trail. */
const actions: Partial<Record<OperationName, string>> = {
  recordSchemaChange: 'schema-change.recorded',
  updateSchemaChange: 'schema-change.updated',
  deleteSchemaChange: 'schema-change.deleted',
  addComment: 'comment.added',
  editComment: 'comment.edited',
  deleteComment: 'comment.deleted',
  answerForConsumer: 'consumer.answered',
  listDeliveries: 'delivery.listed',
  getDeliverySummary: 'delivery.listed',
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

/** Puts every refused attempt to change something, or to see what operators see, into the audit trail. Failing to do so does not change the refusal. */
export function recordDenials(
  useCases: UseCases,
  deps: {
    denials: DenialStore;
    clock: Clock;
    ids: Ids;
    logger: LoggerService;
  },
): UseCases {
  const remember = async (
    name: OperationName,
    action: string,
    { viewer, origin, params, body }: UseCaseRequest<OperationName>,
  ) =>
    deps.denials.insert({
      id: deps.ids.next(),
      change_id: changeIdOf(name, params),
      entity_ref: textOf(body, 'entityRef'),
      actor: viewer.ref,
      actor_type: viewer.type,
      action,
      reason: textOf(body, 'reason'),
      request_id: origin.requestId,
      address: origin.address,
      user_agent: origin.userAgent,
      at: deps.clock.now(),
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
