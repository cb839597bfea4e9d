import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  ChangeGuardEvent,
  parseEvent,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  ReceivedMessage,
  Settlement,
} from '@changeguard/backstage-plugin-changeguard-node';
import { FailureStore } from '../database/FailureStore';
import { InboxStore } from '../database/InboxStore';
import { Transaction, UnitOfWork } from '../database/UnitOfWork';
import { Traces } from '../telemetry/Traces';
import { ApplyContext, EventSubscriber } from './EventSubscriber';

/** What handing an event to a subscriber needs. */
export interface DispatchDeps {
  unitOfWork: UnitOfWork;
  inbox: InboxStore;
  failures: Pick<FailureStore, 'remember'>;
  traces: Pick<Traces, 'current' | 'follow'>;
  logger: LoggerService;
}

function parseMessage(
  message: ReceivedMessage,
): ChangeGuardEvent | { notUnderstood: Error } {
  try {
    return parseEvent(JSON.parse(message.data));
  } catch (error) {
    return { notUnderstood: toError(error) };
  }
}

/** Shows operators that a subscriber failed on an event. */
export async function rememberFailure(
  { failures, logger }: Pick<DispatchDeps, 'failures' | 'logger'>,
  subscriber: string,
  message: ReceivedMessage,
  error: Error,
): Promise<void> {
  try {
    await failures.remember({
      eventId: message.id,
      subscriber,
      error: error.message,
    });
  } catch (failure) {
    // Mostly the database itself is away, of which there are louder signs.
    logger.debug(
      `A failure of the subscriber ${subscriber} was not remembered`,
      toError(failure),
    );
  }
}

/** What an event brings about at a subscriber, once what that needs is known. */
interface Effects {
  apply(tx: Transaction, context: ApplyContext): Promise<void>;
  committed(): void;
}

async function prepareEffects<TPrepared>(
  subscriber: EventSubscriber<TPrepared>,
  event: ChangeGuardEvent,
  context: { signal: AbortSignal },
): Promise<Effects> {
  if (!subscriber.prepare) {
    return {
      apply: (tx, traced) => subscriber.apply(tx, event, undefined, traced),
      committed: () => subscriber.committed?.(event, undefined),
    };
  }
  const prepared = await subscriber.prepare(event, context);
  return {
    apply: (tx, traced) => subscriber.apply(tx, event, prepared, traced),
    committed: () => subscriber.committed?.(event, prepared),
  };
}

/**
 * Hands one message to one subscriber.
 *
 * Its states: received → parsed → not handled before → prepared → applied and remembered in one transaction → acknowledged.
 * A duplicate is acknowledged at once. What cannot be parsed is acknowledged *without* being remembered: it must not hold
 * back later events of its change, and the reconciler publishes it again until a release that understands it has it.
 * Whatever else fails brings the message again.
 */
export async function dispatchEvent<TPrepared>(
  deps: DispatchDeps,
  subscriber: EventSubscriber<TPrepared>,
  message: ReceivedMessage,
  context: { signal: AbortSignal },
): Promise<Settlement> {
  const { unitOfWork, inbox, traces, logger } = deps;
  const event = parseMessage(message);
  if ('notUnderstood' in event) {
    logger.error(
      `Message ${message.id} (${message.attributes.type}) is not understood by the subscriber ${subscriber.id}; it stays unfinished in the outbox and comes again for a release that knows it`,
      event.notUnderstood,
    );
    await rememberFailure(deps, subscriber.id, message, event.notUnderstood);
    return 'ack';
  }
  try {
    if (!subscriber.types.includes(event.type)) {
      await inbox.skip(subscriber.id, event.id);
      return 'ack';
    }
    // Only what is prepared in vain is worth a look beforehand: whether the event is new is decided below.
    if (subscriber.prepare && (await inbox.has(subscriber.id, event.id))) {
      return 'ack';
    }
    const effects = await prepareEffects(subscriber, event, context);
    if (context.signal.aborted) return 'retry';
    const applied = await unitOfWork.run(async tx => {
      if (!(await inbox.take(tx, subscriber.id, event.id))) return false;
      await effects.apply(tx, {
        traceparent: traces.current(message.attributes.traceparent ?? null),
      });
      return true;
    });
    if (applied) effects.committed();
    return 'ack';
  } catch (error) {
    await rememberFailure(deps, subscriber.id, message, toError(error));
    logger.warn(
      `The subscriber ${subscriber.id} failed on event ${event.id} (${event.type}), attempt ${message.attempt}; it comes again`,
      toError(error),
    );
    return 'retry';
  }
}
