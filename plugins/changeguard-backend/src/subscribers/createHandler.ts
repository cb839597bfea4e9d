import {
  MessageHandler,
  ReceivedMessage,
  Settlement,
} from '@changeguard/backstage-plugin-changeguard-node';
import { messagingSystem } from '../telemetry/messagingSystem';
import { Meters } from '../telemetry/Meters';
import { DispatchDeps, dispatchEvent, rememberFailure } from './dispatchEvent';
import { EventSubscriber } from './EventSubscriber';

const outOfTime = new Error('It was not done when its time was over');

/** Resolves when a signal aborts; `forget` ends the listening. */
function abortOf(signal: AbortSignal) {
  let abort: () => void = () => {};
  const aborted = new Promise<'aborted'>(resolve => {
    abort = () => resolve('aborted');
  });
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  return { aborted, forget: () => signal.removeEventListener('abort', abort) };
}

/**
 * What the transport calls with each message for a subscriber: goes on in the trace of the request that caused the event, measures, and gives
 * the message back in time whatever the subscriber still waits for.
 */
export function createHandler(
  deps: DispatchDeps & { meters: Meters; transport: string },
  subscriber: EventSubscriber,
): MessageHandler {
  const { meters, traces, transport } = deps;
  const handle = async (
    message: ReceivedMessage,
    context: { signal: AbortSignal },
  ): Promise<Settlement> => {
    const started = performance.now();
    const { aborted, forget } = abortOf(context.signal);
    const ended = await Promise.race([
      dispatchEvent(deps, subscriber, message, context),
      aborted,
    ]);
    forget();
    if (ended === 'aborted') {
      await rememberFailure(deps, subscriber.id, message, outOfTime);
    }
    meters.handled(
      subscriber.id,
      ended === 'ack' ? 'handled' : 'failed',
      performance.now() - started,
    );
    return ended === 'aborted' ? 'retry' : ended;
  };
  return (message, context) =>
    traces.follow(
      message.attributes.traceparent ?? null,
      `process ${subscriber.id}`,
      {
        kind: 'consumer',
        attributes: {
          'messaging.system': messagingSystem(transport),
          'messaging.operation.name': 'process',
          'messaging.operation.type': 'process',
          'messaging.consumer.group.name': subscriber.id,
          'messaging.message.id': message.id,
          'changeguard.event.type': message.attributes.type,
        },
      },
      () => handle(message, context),
    );
}
