import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { CommentRow, SchemaChangeRow } from '../../database/tables';
import { Transaction } from '../../database/UnitOfWork';
import { ServiceDeps } from '../ServiceDeps';
import { Viewer } from '../Viewer';

/**
 * A comment of the viewer's and its change, locked until the transaction ends.
 *
 * @throws NotFoundError - when there is none.
 * @throws NotAllowedError - when it is somebody else's, or the viewer may no longer take part.
 */
export async function lockOwnComment(
  { changeStore, comments }: Pick<ServiceDeps, 'changeStore' | 'comments'>,
  tx: Transaction,
  viewer: Viewer,
  { id, commentId }: { id: string; commentId: string },
  may: { comment: boolean },
): Promise<{ change: SchemaChangeRow; row: CommentRow }> {
  const change = await changeStore.lock(tx, id);
  const row = await comments.lock(tx, id, commentId);
  if (!change || !row) {
    throw new NotFoundError(`There is no comment '${commentId}'`);
  }
  if (row.author !== viewer.ref || !may.comment) {
    throw new NotAllowedError('Only its author may edit or delete a comment');
  }
  return { change, row };
}
