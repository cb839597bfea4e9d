import { SchemaChangeRow } from './tables';
import { Transaction } from './UnitOfWork';

/** A change as it is first written; the rest is the database's to say. */
export type NewSchemaChange = Pick<
  SchemaChangeRow,
  | 'id'
  | 'entity_ref'
  | 'title'
  | 'description'
  | 'format'
  | 'severity'
  | 'status'
  | 'source'
  | 'migration_guide'
  | 'replacement'
  | 'effective_at'
  | 'sunset_at'
  | 'created_by'
  | 'created_at'
  | 'announced_at'
  | 'audience_state'
  | 'finding_count'
>;

/** Writes changes and their owners. */
export class SchemaChangeStore {
  /** The change and its owners. */
  async insert(
    tx: Transaction,
    change: NewSchemaChange,
    ownerRefs: readonly string[],
  ): Promise<SchemaChangeRow> {
    const [row] = await tx('schema_changes')
      .comment('SchemaChangeStore.insert')
      .insert({ ...change, updated_at: change.created_at })
      .returning<SchemaChangeRow[]>('*');
    if (ownerRefs.length) {
      await tx('schema_change_owners')
        .comment('SchemaChangeStore.insertOwners')
        .insert(
          ownerRefs.map(owner_ref => ({ change_id: change.id, owner_ref })),
        );
    }
    return row;
  }

  /** The change, locked until the transaction ends, so that what is decided on it still holds when it is written. */
  async lock(
    tx: Transaction,
    id: string,
  ): Promise<SchemaChangeRow | undefined> {
    return tx('schema_changes')
      .comment('SchemaChangeStore.lock')
      .where({ id })
      .forNoKeyUpdate()
      .first<SchemaChangeRow | undefined>();
  }

  /** Writes fields and makes a new version. */
  async update(
    tx: Transaction,
    id: string,
    fields: Partial<SchemaChangeRow>,
    updatedAt: Date,
  ): Promise<SchemaChangeRow> {
    const [row] = await tx('schema_changes')
      .comment('SchemaChangeStore.update')
      .where({ id })
      .update({
        ...fields,
        updated_at: updatedAt,
        version: tx.raw('version + 1'),
      })
      .returning<SchemaChangeRow[]>('*');
    return row;
  }

  async delete(tx: Transaction, id: string): Promise<void> {
    await tx('schema_changes')
      .comment('SchemaChangeStore.delete')
      .where({ id })
      .delete();
  }
}
