import { changesOf, presentRevision } from './presentRevision';
import { readableEntity } from '../access/readableEntity';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';

/** Reads the revisions of an entity's definition, newest first. */
export function listRevisions(
  deps: Pick<
    ServiceDeps,
    'catalog' | 'changes' | 'cursors' | 'decisions' | 'detection'
  >,
): UseCase<'listRevisions'> {
  return async ({ viewer, params, query: { limit, cursor } }) => {
    const { entityRef } = await readableEntity(deps, viewer, params);
    const binding = { list: `revisions of ${entityRef}`, caller: viewer.ref };
    const before = deps.cursors.decode<{ position: string }>(binding, cursor);
    const rows = await deps.detection.revisionReads.page(entityRef, {
      beforePosition: before?.position ?? null,
      limit: limit + 1,
    });
    const { items, nextCursor } = deps.cursors.page(
      binding,
      rows,
      limit,
      ({ position }) => ({ position }),
    );
    const seen = await deps.changes.among(viewer, changesOf(items));
    return {
      body: {
        items: items.map(row => presentRevision(row, seen)),
        nextCursor,
      },
    };
  };
}
