import { AuditKeyset } from '../../database/AuditReadModel';
import { isOwner } from '../access/domainRules';
import { presentAuditRecord } from './presentAuditRecord';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';

/**
 * Reads a change's history, oldest first. Attempts that were denied are shown to the provider's owners, whose change it is: to
 * others they would tell who tried what.
 */
export function listChangeAudit(
  deps: Pick<ServiceDeps, 'audit' | 'changes' | 'cursors'>,
): UseCase<'listChangeAudit'> {
  return async ({ viewer, params: { id }, query: { limit, cursor } }) => {
    const binding = { list: `audit of ${id}`, caller: viewer.ref };
    const after = deps.cursors.decode<AuditKeyset>(binding, cursor);
    const { head } = await deps.changes.find(viewer, id);
    const rows = await deps.audit.ofChange(id, {
      denied: isOwner(viewer, head.owner_refs),
      after,
      limit: limit + 1,
    });
    const { items, nextCursor } = deps.cursors.page(
      binding,
      rows,
      limit,
      ({ at_exact: at, sequence, position }) => ({
        at,
        sequence: sequence ?? 0,
        position,
      }),
    );
    return {
      body: {
        items: items.map(presentAuditRecord),
        nextCursor,
      },
    };
  };
}
