import { auditReadPermission } from '@changeguard/backstage-plugin-changeguard-common';
import { EntryKeyset } from '../../database/AuditReadModel';
import { presentAuditEntry } from './presentAuditRecord';
import { ServiceDeps } from '../ServiceDeps';
import { UseCase } from '../UseCase';

/** Reads the audit trail, newest first. */
export function listAudit(
  deps: Pick<ServiceDeps, 'audit' | 'decisions' | 'cursors'>,
): UseCase<'listAudit'> {
  return async ({ viewer, query: { limit, cursor, ...filter } }) => {
    await deps.decisions.demand(viewer, auditReadPermission);
    const binding = { list: 'audit', caller: viewer.ref, filter };
    const before = deps.cursors.decode<EntryKeyset>(binding, cursor);
    const rows = await deps.audit.newest(filter, { before, limit: limit + 1 });
    const { items, nextCursor } = deps.cursors.page(
      binding,
      rows,
      limit,
      ({ at_exact: at, position }) => ({ at, position }),
    );
    return {
      body: {
        items: items.map(presentAuditEntry),
        nextCursor,
      },
    };
  };
}
