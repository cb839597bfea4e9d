import { composeDetail } from './composeDetail';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';

/** Reads one change. */
export function getSchemaChange(
  deps: Pick<
    ServiceDeps,
    'catalog' | 'changes' | 'clock' | 'details' | 'detection'
  >,
): UseCase<'getSchemaChange'> {
  return async ({ viewer, params }) => {
    const change = await deps.changes.find(viewer, params.id);
    return {
      body: await composeDetail(deps, viewer, change),
      version: change.head.version,
    };
  };
}
