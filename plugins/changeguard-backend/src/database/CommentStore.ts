import { changeColumns } from './changeColumns';
import { CommentRow, SchemaChangeRow } from './tables';
import { Transaction } from './UnitOfWork';

/** A comment as it is first written. */
export type NewComment = Pick<
  CommentRow,
  'id' | 'change_id' | 'author' | 'body' | 'mentions' | 'created_at'
>;

/** Writes the comments of changes. */
export class CommentStore {
  /**
   * Adds a comment and answers its change, locked until the transaction ends, in one statement: whoever comments waits for each round
   * trip. Undefined, and nothing added, when there is no such change.
   */
  async insert(
    tx: Transaction,
    comment: NewComment,
  ): Promise<SchemaChangeRow | undefined> {
    const { rows } = await tx.raw<{ rows: SchemaChangeRow[] }>(
      `/* CommentStore.insert */
       with change as (
         select ${changeColumns.join(
           ', ',
         )} from schema_changes where id = :changeId for no key update
       ), added as (
         insert into comments (id, change_id, author, body, mentions, created_at)
         select cast(:id as uuid), change.id, :author, :body, cast(:mentions as jsonb), cast(:createdAt as timestamptz) from change
       )
       select * from change`,
      {
        id: comment.id,
        changeId: comment.change_id,
        author: comment.author,
        body: comment.body,
        mentions: JSON.stringify(comment.mentions),
        createdAt: comment.created_at,
      },
    );
    return rows[0];
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
