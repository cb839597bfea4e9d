import { presentAcceptance } from './presentAcceptance';
import { readableEntity } from '../access/readableEntity';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';

/** Reads the accepted findings of an entity, newest first; those whose time has run out, too. */
export function listAcceptances(
  deps: Pick<
    ServiceDeps,
    'catalog' | 'clock' | 'cursors' | 'decisions' | 'detection'
  >,
): UseCase<'listAcceptances'> {
  return async ({ viewer, params, query: { limit, cursor } }) => {
    const { entityRef } = await readableEntity(deps, viewer, params);
    const binding = { list: `acceptances of ${entityRef}`, caller: viewer.ref };
    const before = deps.cursors.decode<{ position: string }>(binding, cursor);
    const rows = await deps.detection.acceptances.page(entityRef, {
      beforePosition: before?.position ?? null,
      limit: limit + 1,
    });
    const { items, nextCursor } = deps.cursors.page(
      binding,
      rows,
      limit,
      ({ position }) => ({ position }),
    );
    const now = deps.clock.now();
    return {
      body: {
        items: items.map(row => presentAcceptance(row, now)),
        nextCursor,
      },
    };
  };
}
