import { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { OperationName } from '@changeguard/backstage-plugin-changeguard-common';
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
};

/** A part of any operation's request, when it has it. */
function textOf(part: object | undefined, key: string): string | null {
  const value = part && Object.entries(part).find(([name]) => name === key);
  return typeof value?.[1] === 'string' ? value[1] : null;
}

/** Puts every refused attempt to change something into the audit trail. Failing to do so does not change the refusal. */
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
    action: string,
    { viewer, origin, params, body }: UseCaseRequest<OperationName>,
  ) =>
    deps.denials.insert({
      id: deps.ids.next(),
      change_id: textOf(params, 'id'),
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
    action: string,
    useCase: UseCase<TName>,
  ): UseCase<TName> => {
    return async request => {
      try {
        return await useCase(request);
      } catch (error) {
        if (isError(error) && error.name === 'NotAllowedError') {
          await remember(action, request).catch(failure =>
            deps.logger.error('A denied attempt was not recorded', failure),
          );
        }
        throw error;
      }
    };
  };
  return Object.fromEntries(
    Object.entries(useCases).map(([name, useCase]) => {
      const action = actions[name as OperationName];
      return [
        name,
        action ? watch(action, useCase as UseCase<OperationName>) : useCase,
      ];
    }),
  ) as UseCases;
}
