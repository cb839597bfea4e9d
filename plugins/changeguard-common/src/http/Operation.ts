import { z } from 'zod';

/** Who may call an operation at all; the permission policy and the domain rules narrow it further. @public */
export type PrincipalKind = 'user' | 'service' | 'none';

/**
 * One operation of the HTTP API, from which the routes, the checks of requests and responses, the OpenAPI document and the
 * client are made.
 *
 * @public
 */
export interface Operation {
  /** Of HTTP. */
  method: 'get' | 'post' | 'put' | 'delete';
  /** Express path below `/api/changeguard`, such as `/schema-changes/:id`. */
  path: string;
  /** One line for the OpenAPI document. */
  summary: string;
  /** Groups operations in the OpenAPI document. */
  tag: string;
  /** Who may call it at all. */
  principals: readonly PrincipalKind[];
  /** Which rate limit it counts towards. */
  rate: 'read' | 'write';
  /**
   * Whether `Idempotency-Key` is honoured: true of every POST that stores something, and of answers, where the same one given again later
   * would count as a new one.
   */
  idempotent?: boolean;
  /** Fields of its body that bring definitions: it may be longer, and costs its sender more the longer they are. */
  definitions?: readonly string[];
  /** Whether `If-Match` is honoured. */
  conditional?: boolean;
  /** Of the path. */
  params?: z.ZodType;
  /** Of the query string. */
  query?: z.ZodType;
  /** Of the request, in JSON. */
  body?: z.ZodType;
  /** Of success. */
  status: 200 | 201 | 204;
  /** What it answers; `null` is an empty body. */
  response: z.ZodType | null;
  /** Statuses of failure it can answer besides 400, 401, 429 and 500. */
  failures: readonly number[];
}

/** Ties an operation's types to its value. @public */
export function defineOperation<const T extends Operation>(operation: T): T {
  return operation;
}
