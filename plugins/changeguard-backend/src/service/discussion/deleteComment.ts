import { lockOwnComment } from './lockOwnComment';
import { presentComment } from './presentComment';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { actorOf } from '../Viewer';

/** Deletes an own comment. Its row stays, so that the discussion shows that something was said; its words are gone. */
export function deleteComment(
  deps: Pick<
    ServiceDeps,
    'changes' | 'changeStore' | 'clock' | 'comments' | 'events' | 'unitOfWork'
  >,
): UseCase<'deleteComment'> {
  return async ({ viewer, origin, params, precondition }) => {
    const { head, may } = await deps.changes.find(viewer, params.id);
    const comment = await deps.unitOfWork.run(async tx => {
      const { change, row } = await lockOwnComment(
        deps,
        tx,
        viewer,
        params,
        may,
      );
      if (row.deleted_at) return row;
      precondition.check(row.version);
      const deleted = await deps.comments.update(tx, row.id, {
        body: '',
        mentions: [],
        deleted_at: deps.clock.now(),
      });
      await deps.events.write(tx, {
        type: 'comment.deleted',
        actor: actorOf(viewer),
        origin,
        change,
        ownerRefs: head.owner_refs,
        data: {
          before: { body: row.body },
          after: null,
          reason: null,
          comment: { id: row.id, author: row.author, mentions: [] },
        },
      });
      return deleted;
    });
    return {
      body: presentComment(comment, viewer),
      version: comment.version,
    };
  };
}
