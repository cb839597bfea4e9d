import { presentComment } from './presentComment';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';

/** Reads a change's discussion, oldest first. */
export function listComments(
  deps: Pick<ServiceDeps, 'changes' | 'commentReads' | 'cursors'>,
): UseCase<'listComments'> {
  return async ({ viewer, params: { id }, query: { limit, cursor } }) => {
    const binding = { list: `comments of ${id}`, caller: viewer.ref };
    const after = deps.cursors.decode<{ position: string }>(binding, cursor);
    await deps.changes.find(viewer, id);
    const rows = await deps.commentReads.page(
      id,
      after?.position ?? null,
      limit + 1,
    );
    const { items, nextCursor } = deps.cursors.page(
      binding,
      rows,
      limit,
      ({ position }) => ({ position }),
    );
    return {
      body: {
        items: items.map(row => presentComment(row, viewer)),
        nextCursor,
      },
    };
  };
}
