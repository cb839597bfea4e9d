import { Operation } from '@changeguard/backstage-plugin-changeguard-common';
import { Request } from 'express';
import { z } from 'zod';
import { BadField, InvalidRequestError } from '../service/InvalidRequestError';
import { SentDefinitions } from '../service/revisions/SentDefinition';
import { badFields, unstorableField, unstorableFields } from './badFields';
import { ReadBody } from './body/readBody';

const longestKey = 200;
/** Made once: making a schema costs more than checking with it. */
const noQuery = z.strictObject({});

/** The parts of a request that its operation's schemas describe. */
export interface ParsedRequest {
  params: unknown;
  query: unknown;
  body: unknown;
  idempotencyKey: string | null;
}

/** The query as the schemas read it: one value, or several of the same name. Express would make objects of `a[b]=c`. */
function queryOf(req: Request): Record<string, string | string[]> {
  const { searchParams } = new URL(req.originalUrl, 'http://localhost');
  const query: Record<string, string | string[]> = Object.create(null);
  for (const key of new Set(searchParams.keys())) {
    const values = searchParams.getAll(key);
    query[key] = values.length === 1 ? values[0] : values;
  }
  return { ...query };
}

/** The schemas see a text in the place of each definition; what a use case gets is the definition. */
function withDefinitions(body: unknown, definitions: SentDefinitions): unknown {
  return body && Object.keys(definitions).length
    ? { ...body, ...definitions }
    : body;
}

/**
 * Checks a request against its operation.
 *
 * @throws InvalidRequestError - listing everything that is wrong in any part of it.
 */
export function parseRequest(
  operation: Pick<Operation, 'params' | 'query' | 'body' | 'idempotent'>,
  req: Request,
  { value, definitions }: ReadBody,
): ParsedRequest {
  const wrong: BadField[] = [];
  const check = (
    schema: z.ZodType | undefined,
    root: string,
    part: unknown,
  ): unknown => {
    if (!schema) return undefined;
    wrong.push(...unstorableFields(root, part));
    const checked = schema.safeParse(part);
    if (!checked.success) wrong.push(...badFields(root, part, checked.error));
    return checked.data;
  };
  for (const [field, { isStorable }] of Object.entries(definitions)) {
    if (!isStorable) wrong.push(unstorableField(`/${field}`));
  }
  const parsed = {
    params: check(operation.params, '/path', { ...req.params }),
    // An operation without a query takes none, rather than any.
    query: check(operation.query ?? noQuery, '/query', queryOf(req)),
    body: withDefinitions(check(operation.body, '', value), definitions),
  };
  const key = operation.idempotent ? req.get('idempotency-key') : undefined;
  if (key !== undefined && (!key.trim() || key.length > longestKey)) {
    wrong.push({
      pointer: '/headers/idempotency-key',
      code: 'invalid_length',
      message: `must have 1 to ${longestKey} characters`,
    });
  }
  if (wrong.length) throw new InvalidRequestError(wrong);
  return { ...parsed, idempotencyKey: key ?? null };
}
