import { toError } from '@backstage/errors';
import { MessageHandler, ReceivedMessage, Settlement } from './EventTransport';

/** What a handler said of a message, or what was decided in its place. @public */
export interface HandledMessage {
  /** What the transport has to do with the message. */
  settlement: Settlement;
  /** Why it is a `retry`, when the handler did not say so itself; a `TimeoutError` when it did not settle. */
  error?: Error;
}

/** Bounds of one call of a handler. @public */
export interface SettleInTimeOptions {
  /** Milliseconds after which the handler's signal aborts. */
  deadlineMs: number;
  /** Milliseconds that an aborted handler gets to settle; a second when left out. */
  graceMs?: number;
  /** Aborts the handler earlier, such as when the transport closes. */
  signal?: AbortSignal;
}

/**
 * Runs a handler for one message and answers for it in `deadlineMs + graceMs` at the latest, whatever the handler does: a
 * rejection is a `retry`, and so is a handler that hangs. For authors of transports: a message whose lease outlives its
 * handler must be settled before the lease ends, or it is delivered a second time while the first is still in hand.
 *
 * @public
 */
export async function settleInTime(
  handler: MessageHandler,
  message: ReceivedMessage,
  options: SettleInTimeOptions,
): Promise<HandledMessage> {
  const { deadlineMs, graceMs = 1_000, signal } = options;
  const controller = new AbortController();
  let graceTimer: NodeJS.Timeout | undefined;
  let abort: (reason: Error) => void = () => {};

  const cutOff = new Promise<HandledMessage>(resolve => {
    abort = error => {
      if (controller.signal.aborted) return;
      controller.abort(error);
      graceTimer = setTimeout(
        () => resolve({ settlement: 'retry', error }),
        graceMs,
      );
    };
  });
  const onClose = () => abort(new Error('The subscription is closing'));
  const deadlineTimer = setTimeout(
    () => abort(timeoutError(deadlineMs)),
    deadlineMs,
  );
  signal?.addEventListener('abort', onClose, { once: true });
  if (signal?.aborted) onClose();

  try {
    return await Promise.race([
      call(handler, message, controller.signal),
      cutOff,
    ]);
  } finally {
    clearTimeout(deadlineTimer);
    clearTimeout(graceTimer);
    signal?.removeEventListener('abort', onClose);
  }
}

function timeoutError(deadlineMs: number): Error {
  const error = new Error(`The handler took more than ${deadlineMs} ms`);
  error.name = 'TimeoutError';
  return error;
}

async function call(
  handler: MessageHandler,
  message: ReceivedMessage,
  signal: AbortSignal,
): Promise<HandledMessage> {
  try {
    return { settlement: await handler(message, { signal }) };
  } catch (error) {
    return { settlement: 'retry', error: toError(error) };
  }
}
