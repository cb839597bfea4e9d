import { ResponseError } from '@backstage/errors';
import { z } from 'zod';
import { Operation } from './Operation';
import { OperationName, operations } from './operations';

/** What {@link operations} is, as a type. @public */
export type Operations = typeof operations;

/** The part of a request that an operation checks with a schema. @public */
export type OperationInput<
  T,
  K extends 'params' | 'query' | 'body',
> = T extends Record<K, infer S extends z.ZodType>
  ? { [P in K]: z.input<S> }
  : unknown;

/** The query of a request, which may be left out. @public */
export type OperationQuery<T> = T extends { query: infer S extends z.ZodType }
  ? { query?: z.input<S> }
  : unknown;

/** What one call of an operation takes. @public */
export type OperationRequest<TName extends OperationName> = OperationInput<
  Operations[TName],
  'params'
> &
  OperationQuery<Operations[TName]> &
  OperationInput<Operations[TName], 'body'> &
  (Operations[TName] extends { conditional: true }
    ? { ifMatch?: number }
    : unknown) &
  (Operations[TName] extends { idempotent: true }
    ? { idempotencyKey?: string }
    : unknown) & { signal?: AbortSignal };

/** What an operation answers. @public */
export type OperationResponse<TName extends OperationName> =
  Operations[TName]['response'] extends z.ZodType
    ? z.output<Operations[TName]['response']>
    : void;

interface AnyRequest {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  ifMatch?: number;
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/**
 * Calls ChangeGuard's HTTP API. Works in a browser and in Node: hand in how to find the API and how to fetch with
 * credentials.
 *
 * @public
 */
export class ChangeGuardClient {
  constructor(
    private readonly options: {
      /** Answers the base URL of the plugin, such as `http://localhost:7007/api/changeguard`. */
      getBaseUrl: () => Promise<string>;
      fetch: typeof fetch;
    },
  ) {}

  /**
   * Calls one operation.
   *
   * @throws ResponseError - for every answer that is not a success; its body has `error.fields` for a 400.
   */
  async call<TName extends OperationName>(
    name: TName,
    request: OperationRequest<TName>,
  ): Promise<OperationResponse<TName>> {
    const operation: Operation = operations[name];
    const { params, query, body, ifMatch, idempotencyKey, signal } =
      request as AnyRequest;
    const path = operation.path.replace(/:(\w+)/g, (_, key) =>
      encodeURIComponent(params?.[key] ?? ''),
    );
    const response = await this.options.fetch(
      `${await this.options.getBaseUrl()}${path}${queryString(query)}`,
      {
        method: operation.method.toUpperCase(),
        headers: {
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(ifMatch !== undefined && { 'If-Match': `"${ifMatch}"` }),
          ...(idempotencyKey && { 'Idempotency-Key': idempotencyKey }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal,
      },
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return (
      operation.response ? await response.json() : undefined
    ) as OperationResponse<TName>;
  }
}

function queryString(query: Record<string, unknown> | undefined): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) {
      search.append(key, String(one));
    }
  }
  const text = search.toString();
  return text && `?${text}`;
}
