import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { claimKey } from '../claimKey';
import { mentionsOf } from './mentionsOf';
import { presentComment } from './presentComment';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';
import { actorOf } from '../Viewer';

/** Adds a comment to a change's discussion. */
export function addComment(
  deps: Pick<
    ServiceDeps,
    | 'changes'
    | 'clock'
    | 'comments'
    | 'commentReads'
    | 'events'
    | 'idempotency'
    | 'ids'
    | 'unitOfWork'
  >,
): UseCase<'addComment'> {
  return async request => {
    const { viewer, origin, params, body } = request;
    const { head, may } = await deps.changes.find(viewer, params.id);
    if (!may.comment) {
      throw new NotAllowedError('You may not comment on this change');
    }
    const mentions = mentionsOf(body.body);
    const id = deps.ids.next();
    const made = await deps.unitOfWork.run(async tx => {
      const earlier = await claimKey(deps, tx, request, id);
      if (earlier) return earlier;
      const comment = {
        id,
        change_id: params.id,
        author: viewer.ref,
        body: body.body,
        mentions,
        created_at: deps.clock.now(),
      };
      const change = await deps.comments.insert(tx, comment);
      if (!change) {
        throw new NotFoundError(`There is no schema change '${params.id}'`);
      }
      await deps.events.write(tx, {
        type: 'comment.added',
        actor: actorOf(viewer),
        origin,
        change,
        ownerRefs: head.owner_refs,
        data: {
          before: null,
          after: { body: comment.body },
          reason: null,
          comment: { id, author: viewer.ref, mentions },
        },
      });
      return { ...comment, edited_at: null, deleted_at: null, version: 1 };
    });
    const comment =
      typeof made === 'string'
        ? await deps.commentReads.find(made, params.id)
        : made;
    if (!comment) throw new NotFoundError(`There is no comment '${made}'`);
    return {
      body: presentComment(comment, viewer),
      version: comment.version,
    };
  };
}
