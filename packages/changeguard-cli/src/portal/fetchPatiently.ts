import { setTimeout as delay } from 'timers/promises';

const attempts = 4;
const firstWaitMs = 500;
const longestWaitMs = 30_000;

/** Answers that another attempt may better: too many requests, and gateways whose backend is about to come. */
const passing = new Set([429, 502, 503, 504]);

/**
 * Sends a request up to four times while its answer may be another one soon, and waits longer each time, or as long as the answer says.
 * Whoever sends must be able to send the same again.
 */
export async function fetchPatiently(
  send: () => Promise<Response>,
  wait: (ms: number) => Promise<unknown> = delay,
): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const last = attempt === attempts;
    const pause = firstWaitMs * 2 ** (attempt - 1);
    try {
      const answer = await send();
      if (last || !passing.has(answer.status)) return answer;
      await wait(askedFor(answer) ?? pause);
    } catch (error) {
      // Too late is too late for everybody; a connection may come about the next time.
      if (last || (error as Error).name === 'TimeoutError') throw error;
      await wait(pause);
    }
  }
}

/** Milliseconds of `Retry-After`, within reason. */
function askedFor(answer: Response): number | undefined {
  const seconds = Number(answer.headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0
    ? Math.min(seconds * 1_000, longestWaitMs)
    : undefined;
}
