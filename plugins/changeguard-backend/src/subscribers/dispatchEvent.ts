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
import { InboxStore } from '../database/InboxStore';
import { UnitOfWork } from '../database/UnitOfWork';
import { EventSubscriber } from './EventSubscriber';

/** What handing an event to a subscriber needs. */
export interface DispatchDeps {
  unitOfWork: UnitOfWork;
  inbox: InboxStore;
  logger: LoggerService;
}

function parseMessage(
  message: ReceivedMessage,
  subscriber: string,
  logger: LoggerService,
): ChangeGuardEvent | null {
  try {
    return parseEvent(JSON.parse(message.data));
  } catch (error) {
    logger.error(
      `Message ${message.id} (${message.attributes.type}) is not understood by the subscriber ${subscriber}; it stays unfinished in the outbox and comes again for a release that knows it`,
      toError(error),
    );
    return null;
  }
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
  const { unitOfWork, inbox, logger } = deps;
  const event = parseMessage(message, subscriber.id, logger);
  if (!event) return 'ack';
  try {
    if (await inbox.has(subscriber.id, event.id)) return 'ack';
    if (!subscriber.types.includes(event.type)) {
      await unitOfWork.run(tx => inbox.take(tx, subscriber.id, event.id));
      return 'ack';
    }
    const prepared = await subscriber.prepare(event, context);
    if (context.signal.aborted) return 'retry';
    const applied = await unitOfWork.run(async tx => {
      if (!(await inbox.take(tx, subscriber.id, event.id))) return false;
      await subscriber.apply(tx, event, prepared, {
        traceparent: message.attributes.traceparent ?? null,
      });
      return true;
    });
    if (applied) subscriber.committed?.(event, prepared);
    return 'ack';
  } catch (error) {
    logger.warn(
      `The subscriber ${subscriber.id} failed on event ${event.id} (${event.type}), attempt ${message.attempt}; it comes again`,
      toError(error),
    );
    return 'retry';
  }
}
