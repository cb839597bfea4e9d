import { SchemaChangeRow } from '../tables';
import { Transaction } from '../UnitOfWork';

/** A change, and the owners of its entity. */
export interface LockedChange {
  change: SchemaChangeRow;
  ownerRefs: string[];
}

/**
 * Reads a change and holds its row until the transaction ends, so that what is decided from it is still true when it is
 * written. Undefined when it is gone.
 */
export async function lockChange(
  tx: Transaction,
  changeId: string,
): Promise<LockedChange | undefined> {
  const change = await tx<SchemaChangeRow>('schema_changes')
    .where({ id: changeId })
    .forNoKeyUpdate()
    .first();
  if (!change) return undefined;
  const owners = await tx<{ change_id: string; owner_ref: string }>(
    'schema_change_owners',
  )
    .where({ change_id: changeId })
    .orderBy('owner_ref')
    .select('owner_ref');
  return { change, ownerRefs: owners.map(({ owner_ref }) => owner_ref) };
}
