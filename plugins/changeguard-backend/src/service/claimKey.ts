import {
  OperationName,
  operations,
} from '@changeguard/backstage-plugin-changeguard-common';
import { createHash } from 'crypto';
import { Transaction } from '../database/UnitOfWork';
import { ServiceDeps } from './ServiceDeps';
import { Viewer } from './Viewer';

/** Those that honour the key: claiming it in another one does not compile. */
type IdempotentOperation = {
  [TName in OperationName]: (typeof operations)[TName] extends {
    idempotent: true;
  }
    ? TName
    : never;
}[OperationName];

/** A request that may come twice, and what makes it the same as another. */
interface KeyedRequest {
  operation: IdempotentOperation;
  viewer: Viewer;
  idempotencyKey: string | null;
  params: unknown;
  body: unknown;
  /** The body as the release before hashed it, where that was otherwise. */
  formerBody?: () => unknown;
}

/** What was asked for, in a form that two equal requests share: the checked values, in the order of the schema. */
function requestHash(params: unknown, body: unknown): string {
  const parts = params === undefined ? [body] : [params, body];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * Claims the `Idempotency-Key` of a request, where it brings one, for what this transaction is about to make.
 *
 * @returns the id of what the same request made before; null when it is still to be done.
 * @throws ConflictError - when the key was used with another body.
 */
export async function claimKey(
  { idempotency }: Pick<ServiceDeps, 'idempotency'>,
  tx: Transaction,
  request: KeyedRequest,
  resourceId: string,
): Promise<string | null> {
  const { operation, viewer, params, body, formerBody } = request;
  const key = request.idempotencyKey;
  if (key === null) return null;
  return idempotency.claim(
    tx,
    {
      caller: viewer.ref,
      operation,
      key,
      requestHash: requestHash(params, body),
      formerHash: formerBody && (() => requestHash(params, formerBody())),
    },
    resourceId,
    operations[operation].status,
  );
}
