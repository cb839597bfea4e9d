import { ConflictError } from '@backstage/errors';
import { mayEditComment } from '../access/domainRules';
import { lockOwnComment } from './lockOwnComment';
import { mentionsOf } from './mentionsOf';
import { presentComment } from './presentComment';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { actorOf } from '../Viewer';

/** Edits an own comment. */
export function editComment(
  deps: Pick<
    ServiceDeps,
    'changes' | 'changeStore' | 'clock' | 'comments' | 'events' | 'unitOfWork'
  >,
): UseCase<'editComment'> {
  return async ({ viewer, origin, params, body, precondition }) => {
    const { head, may } = await deps.changes.find(viewer, params.id);
    const comment = await deps.unitOfWork.run(async tx => {
      const { change, row } = await lockOwnComment(
        deps,
        tx,
        viewer,
        params,
        may,
      );
      if (!mayEditComment(viewer, row)) {
        throw new ConflictError('A deleted comment cannot be edited');
      }
      precondition.check(row.version);
      if (row.body === body.body) return row;
      const mentions = mentionsOf(body.body);
      const edited = await deps.comments.update(tx, row.id, {
        body: body.body,
        mentions,
        edited_at: deps.clock.now(),
      });
      await deps.events.write(tx, {
        type: 'comment.edited',
        actor: actorOf(viewer),
        origin,
        change,
        ownerRefs: head.owner_refs,
        data: {
          before: { body: row.body },
          after: { body: edited.body },
          reason: null,
          comment: { id: row.id, author: row.author, mentions },
        },
      });
      return edited;
    });
    return {
      body: presentComment(comment, viewer),
      version: comment.version,
    };
  };
}
