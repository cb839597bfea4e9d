import { RevisionRow } from './detectionTables';
import { Transaction } from './UnitOfWork';

/** A revision as it is written. */
export type NewRevision = Omit<RevisionRow, 'position' | 'created_at'>;

/** Writes revisions, which never change but for the change they belong to, and for whether the next one is compared with them. */
export class RevisionStore {
  async insert(tx: Transaction, revision: NewRevision): Promise<RevisionRow> {
    const [row] = await tx('revisions')
      .comment('RevisionStore.insert')
      .insert({
        ...revision,
        failure: revision.failure && JSON.stringify(revision.failure),
        difference: revision.difference && JSON.stringify(revision.difference),
      })
      .returning<RevisionRow[]>('*');
    return row;
  }

  /** The newest revision of an entity, as a transaction that holds the entity's lock sees it. */
  async latestId(tx: Transaction, entityRef: string): Promise<string | null> {
    const row = await tx<RevisionRow>('revisions')
      .comment('RevisionStore.latestId')
      .where({ entity_ref: entityRef })
      .orderBy('position', 'desc')
      .first('id');
    return row?.id ?? null;
  }

  /**
   * Lets the next revision be compared with this one.
   *
   * @returns false when it was so already.
   */
  async makeBaseline(tx: Transaction, id: string): Promise<boolean> {
    const changed = await tx<RevisionRow>('revisions')
      .comment('RevisionStore.makeBaseline')
      .where({ id, readable: false })
      .update({ readable: true });
    return changed > 0;
  }
}
