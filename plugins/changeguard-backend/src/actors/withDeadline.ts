import { TimeoutError } from './TimeoutError';

/**
 * Runs `work`, and rejects when it has not settled after `ms`; its signal is aborted then. Work that ignores its signal goes on
 * unheard, so it must be safe to repeat.
 *
 * @throws TimeoutError - after `ms`.
 */
export async function withDeadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  ms: number,
  what: string,
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new TimeoutError(`${what} took longer than ${ms} ms`);
      controller.abort(error);
      reject(error);
    }, ms);
  });
  try {
    return await Promise.race([work(controller.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
