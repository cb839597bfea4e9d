import { setTimeout as pause } from 'node:timers/promises';
import { PortalError, type PortalRequest } from '../seed/PortalClient.ts';
import { pick, type Random } from './seededRandom.ts';

/** How long one backend has to answer. */
const ATTEMPT_MS = 10_000;
const PAUSE_MS = 200;
/** After so long without an answer from any of them, something is wrong with more than one backend. */
const PATIENCE_MS = 240_000;

/**
 * Calls whichever backend is up, as a careful client of several replicas does: one that does not answer, or says that it cannot, is
 * left for another, with the same `Idempotency-Key`. A call ends when it is acknowledged.
 */
export class ReplicaClient {
  readonly #baseUrls: readonly string[];
  readonly #tokens: ReadonlyMap<string, string>;
  readonly #random: Random;
  /** Attempts that were not acknowledged. */
  retries = 0;

  constructor(options: {
    baseUrls: readonly string[];
    /** Backstage tokens by the names of people; each is good at every backend. */
    tokens: ReadonlyMap<string, string>;
    random: Random;
  }) {
    this.#baseUrls = options.baseUrls;
    this.#tokens = options.tokens;
    this.#random = options.random;
  }

  /** @throws PortalError when the request itself is refused, or nobody answers for minutes */
  async call<T>(request: PortalRequest): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const outcome = await this.#attempt<T>(request);
      if ('answer' in outcome) {
        return outcome.answer;
      }
      if (outcome.final || Date.now() > deadline) {
        throw outcome.failure;
      }
      this.retries += 1;
      await pause(PAUSE_MS);
    }
  }

  async #attempt<T>(
    request: PortalRequest,
  ): Promise<{ answer: T } | { failure: Error; final: boolean }> {
    const { by, method, path, body, idempotencyKey } = request;
    const baseUrl = pick(this.#random, this.#baseUrls);
    try {
      const response = await fetch(`${baseUrl}/api${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.#tokens.get(by)}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(ATTEMPT_MS),
      });
      const text = await response.text();
      if (response.ok) {
        return { answer: JSON.parse(text) as T };
      }
      const what = `${method} ${path} by ${by}`;
      return {
        failure: new PortalError(what, response.status, text),
        final: isFinal(response),
      };
    } catch (error) {
      return { failure: error as Error, final: false };
    }
  }
}

/**
 * Whether the request is at fault. A backend whose database is away cannot check tokens and says 401; one that is starting says
 * 404 without a word.
 */
function isFinal({ status, headers }: Response): boolean {
  const inWords = headers.get('content-type')?.includes('json') ?? false;
  return inWords && status < 500 && ![401, 408, 429].includes(status);
}
