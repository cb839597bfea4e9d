import { SchemaChangeKeyset } from '../../database/schemaChangeOrder';
import { presentSummary } from './presentSchemaChange';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';

/** Lists the changes that the viewer may see. */
export function listSchemaChanges(
  deps: Pick<ServiceDeps, 'changes' | 'clock' | 'cursors'>,
): UseCase<'listSchemaChanges'> {
  return async ({ viewer, query }) => {
    const { limit, cursor, ...filter } = query;
    const binding = { list: 'schema-changes', caller: viewer.ref, filter };
    const { items, next } = await deps.changes.list(
      viewer,
      query,
      deps.cursors.decode<SchemaChangeKeyset>(binding, cursor),
    );
    const now = deps.clock.now();
    return {
      body: {
        items: items.map(head => presentSummary(head, now)),
        nextCursor: next && deps.cursors.encode(binding, { ...next }),
      },
    };
  };
}
