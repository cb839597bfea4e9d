import { CommentRow } from './tables';
import { Transaction } from './UnitOfWork';

/** Writes the comments of changes. */
export class CommentStore {
  async insert(
    tx: Transaction,
    comment: Pick<
      CommentRow,
      'id' | 'change_id' | 'author' | 'body' | 'mentions' | 'created_at'
    >,
  ): Promise<CommentRow> {
    const [row] = await tx('comments')
      .comment('CommentStore.insert')
      .insert({ ...comment, mentions: JSON.stringify(comment.mentions) })
      .returning<CommentRow[]>('*');
    return row;
  }

  async lock(
    tx: Transaction,
    changeId: string,
    id: string,
  ): Promise<CommentRow | undefined> {
    return tx('comments')
      .comment('CommentStore.lock')
      .where({ id, change_id: changeId })
      .forNoKeyUpdate()
      .first<CommentRow | undefined>();
  }

  /** Writes fields and makes a new version. */
  async update(
    tx: Transaction,
    id: string,
    fields: Partial<
      Pick<CommentRow, 'body' | 'mentions' | 'edited_at' | 'deleted_at'>
    >,
  ): Promise<CommentRow> {
    const [row] = await tx('comments')
      .comment('CommentStore.update')
      .where({ id })
      .update({
        ...fields,
        ...(fields.mentions && { mentions: JSON.stringify(fields.mentions) }),
        version: tx.raw('version + 1'),
      })
      .returning<CommentRow[]>('*');
    return row;
  }
}
