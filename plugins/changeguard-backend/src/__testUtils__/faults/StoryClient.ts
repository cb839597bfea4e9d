import { setTimeout as delay } from 'timers/promises';
import { authorizationOf, Who } from '../people';
import { Instance, stepHeader } from './Instance';

const patienceMs = 8_000;
const attempts = 20;

/** What somebody asks of the API, in one step of the story. */
export interface Step {
  /** By which the points of the request are named. */
  name: string;
  who: Who;
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  body?: object;
}

/** A JSON body, typed by the OpenAPI document and not by TypeScript. */
export type Answer = ReturnType<typeof JSON.parse>;

/**
 * Somebody's browser: asks again, with the same Idempotency-Key, when an answer does not come or says that the server failed, and gives up
 * only on what no repetition mends.
 */
export class StoryClient {
  constructor(private readonly serving: () => Promise<Instance>) {}

  async ask(step: Step): Promise<Answer> {
    let last = 'no answer';
    for (let attempt = 1; attempt <= attempts; attempt++) {
      try {
        const { status, text } = await this.once(step);
        if (status < 400) return JSON.parse(text);
        last = `${status}: ${text}`;
        if (status < 500 && status !== 429) break;
      } catch (error) {
        last = String(error);
      }
      await delay(20);
    }
    throw new Error(`${step.name} failed after all: ${last}`);
  }

  private async once({ name, who, method, path, body }: Step) {
    const { baseUrl } = await this.serving();
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        Authorization: authorizationOf(who),
        [stepHeader]: name,
        ...(body && { 'Content-Type': 'application/json' }),
        ...(method === 'POST' && { 'Idempotency-Key': name }),
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    });
    return { status: response.status, text: await response.text() };
  }
}
