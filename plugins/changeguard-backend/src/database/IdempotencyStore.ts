import { ConflictError } from '@backstage/errors';
import { Transaction } from './UnitOfWork';

/** A request that may come twice. */
export interface IdempotentRequest {
  caller: string;
  operation: string;
  key: string;
  /** Of what was asked, so that a key is not used for something else. */
  requestHash: string;
  /** The same as the release before hashed it, where that was otherwise; asked for only when a key was used with something else. */
  formerHash?: () => string;
}

/** Remembers for 24 hours what a caller's key made. */
export class IdempotencyStore {
  /**
   * Claims a key for the resource that this transaction is about to make, or found there. A rival with the same key waits here until the first has
   * committed, and then finds what that one made.
   *
   * @returns null when the key is ours now, else the id of what it made before.
   * @throws ConflictError - when it was used with another body.
   */
  async claim(
    tx: Transaction,
    request: IdempotentRequest,
    resourceId: string,
    status: number,
  ): Promise<string | null> {
    const { caller, operation, key, requestHash } = request;
    const { rows } = await tx.raw<{
      rows: { resource_id: string; request_hash: string }[];
    }>(
      `/* IdempotencyStore.claim */
       insert into idempotency_keys as k (caller, operation, key, request_hash, status, resource_id)
       values (?, ?, ?, ?, ?, ?)
       on conflict (caller, operation, key) do update set
         request_hash = case when k.created_at < now() - interval '24 hours' then excluded.request_hash else k.request_hash end,
         resource_id = case when k.created_at < now() - interval '24 hours' then excluded.resource_id else k.resource_id end,
         created_at = case when k.created_at < now() - interval '24 hours' then excluded.created_at else k.created_at end
       returning resource_id, request_hash`,
      [caller, operation, key, requestHash, status, resourceId],
    );
    const [row] = rows;
    if (
      row.request_hash !== requestHash &&
      row.request_hash !== request.formerHash?.()
    ) {
      throw new ConflictError(
        `The Idempotency-Key '${key}' was used with another body; use a new key for another request`,
      );
    }
    return row.resource_id === resourceId ? null : row.resource_id;
  }
}
