import { Agent, request } from 'node:http';

/** Calls the API over one kept-alive connection, as one person. */
export class Caller {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #baseUrl: string;
  readonly #token: string;

  constructor(baseUrl: string, token: string) {
    this.#baseUrl = baseUrl;
    this.#token = token;
  }

  /**
   * @param path - below `/api`
   * @throws Error - for every answer that is not a success
   */
  async call<T = unknown>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: unknown,
  ): Promise<T> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const answer = await this.#send(method, path, text);
    if (answer.status >= 300) {
      throw new Error(`${method} ${path} → ${answer.status} ${answer.body}`);
    }
    return (answer.body ? JSON.parse(answer.body) : undefined) as T;
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(method: string, path: string, text?: string) {
    return new Promise<{ status: number; body: string }>((resolve, reject) => {
      const sent = request(
        `${this.#baseUrl}/api${path}`,
        {
          method,
          agent: this.#agent,
          headers: {
            authorization: `Bearer ${this.#token}`,
            ...(text !== undefined && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(text),
            }),
          },
        },
        response => {
          const chunks: Buffer[] = [];
          response.on('data', chunk => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              body: Buffer.concat(chunks).toString(),
            }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(text);
    });
  }
}
