/** A call that a portal refused. */
export class PortalError extends Error {
  readonly status: number;

  constructor(what: string, status: number, body: string) {
    super(`${what} was answered ${status}: ${body.slice(0, 500)}`);
    this.name = 'PortalError';
    this.status = status;
  }
}

/** One request to a portal, by one of its people. */
export interface PortalRequest {
  by: string;
  method: 'GET' | 'POST' | 'PUT';
  /** Below `/api`, such as `/changeguard/audience`. */
  path: string;
  body?: unknown;
  idempotencyKey?: string;
}

/** Calls a portal's API as its people would, each with a token of their own. */
export class PortalClient {
  readonly #baseUrl: string;
  readonly #tokenFor: (person: string) => Promise<string>;
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(options: {
    baseUrl: string;
    tokenFor: (person: string) => Promise<string>;
  }) {
    this.#baseUrl = options.baseUrl;
    this.#tokenFor = options.tokenFor;
  }

  async call<T>(request: PortalRequest): Promise<T> {
    const { by, method, path, body, idempotencyKey } = request;
    const response = await fetch(`${this.#baseUrl}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.#token(by)}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new PortalError(
        `${method} ${path} by ${by}`,
        response.status,
        text,
      );
    }
    return (text ? JSON.parse(text) : undefined) as T;
  }

  /** Signs somebody in. In a portal's first seconds that fails, because its catalog is still empty. */
  async signIn(person: string): Promise<void> {
    await this.#token(person);
  }

  #token(person: string): Promise<string> {
    let token = this.#tokens.get(person);
    if (!token) {
      token = this.#tokenFor(person);
      this.#tokens.set(person, token);
      token.catch(() => this.#tokens.delete(person));
    }
    return token;
  }
}
