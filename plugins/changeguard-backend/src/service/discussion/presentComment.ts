import { Comment } from '@changeguard/backstage-plugin-changeguard-common';
import { CommentRow } from '../../database/tables';
import { mayEditComment } from '../access/domainRules';
import { Viewer } from '../Viewer';

/** A comment as the API answers it to one viewer. */
export function presentComment(
  row: Omit<CommentRow, 'position'>,
  viewer: Viewer,
): Comment {
  return {
    id: row.id,
    changeId: row.change_id,
    author: row.author,
    body: row.body,
    mentions: row.mentions,
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    deletedAt: row.deleted_at?.toISOString() ?? null,
    version: row.version,
    mayEdit: mayEditComment(viewer, row),
  };
}
