import { Knex } from 'knex';
import { changeColumns } from './changeColumns';
import { deleteChange } from './operations/deleteChange';
import { FindingRow, SchemaChangeRow } from './tables';
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
> &
  Partial<Pick<SchemaChangeRow, 'base_revision_id' | 'latest_revision_id'>>;

const findingColumns =
  'id, change_id, ordinal, rule, severity, side, pointer, operation, before, after, message, fingerprint';

/** Writes changes; a new one together with its owners and findings. */
export class SchemaChangeStore {
  /** The change, its owners and its findings in one statement: each more would be a round trip that the recorder waits for. */
  async insert(
    tx: Transaction,
    change: NewSchemaChange,
    parts: { ownerRefs: readonly string[]; findings: readonly FindingRow[] },
  ): Promise<SchemaChangeRow> {
    const [row] = await tx
      .with(
        'change',
        tx('schema_changes')
          .insert({ ...change, updated_at: change.created_at })
          .returning(changeColumns),
      )
      .with(
        'owners',
        tx.raw(
          `insert into schema_change_owners (change_id, owner_ref)
           select change.id, o.owner_ref from change, unnest(cast(:ownerRefs as text[])) as o(owner_ref)`,
          { ownerRefs: [...parts.ownerRefs] },
        ),
      )
      .with(
        'found',
        tx.raw(
          `insert into findings (${findingColumns})
           select ${findingColumns} from jsonb_populate_recordset(cast(null as findings), cast(:findings as jsonb))`,
          { findings: JSON.stringify(parts.findings) },
        ),
      )
      .comment('SchemaChangeStore.insert')
      .select<SchemaChangeRow[]>('*')
      .from('change');
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
      .first<SchemaChangeRow | undefined>(changeColumns);
  }

  /** The open change that was detected at an entity, locked until the transaction ends. */
  async lockOpenDetected(
    tx: Transaction,
    entityRef: string,
  ): Promise<SchemaChangeRow | undefined> {
    return openDetected(tx, entityRef)
      .comment('SchemaChangeStore.lockOpenDetected')
      .forNoKeyUpdate()
      .first<SchemaChangeRow | undefined>(changeColumns);
  }

  /** The same without a lock, for what is worked out before the transaction. */
  async findOpenDetected(
    knex: Knex,
    entityRef: string,
  ): Promise<SchemaChangeRow | undefined> {
    return openDetected(knex, entityRef)
      .comment('SchemaChangeStore.findOpenDetected')
      .first<SchemaChangeRow | undefined>(changeColumns);
  }

  /** Notes in which revision a detected change was last seen: of no interest to who edits it, so no new version. */
  async sawIn(tx: Transaction, id: string, revisionId: string): Promise<void> {
    await tx('schema_changes')
      .comment('SchemaChangeStore.sawIn')
      .where({ id })
      .update({ latest_revision_id: revisionId });
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
      .returning<SchemaChangeRow[]>(changeColumns);
    return row;
  }

  async delete(tx: Transaction, id: string): Promise<void> {
    await deleteChange(tx, id);
  }
}

function openDetected(from: Knex | Transaction, entityRef: string) {
  return from('schema_changes')
    .where({ entity_ref: entityRef })
    .whereIn('status', ['draft', 'announced'])
    .whereNotNull('base_revision_id')
    .orderBy('position', 'desc');
}
