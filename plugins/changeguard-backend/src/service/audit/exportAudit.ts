import {
  auditReadPermission,
  ExportAuditQuery,
} from '@changeguard/backstage-plugin-changeguard-common';
import { RequestOrigin } from '../../database/EventWriter';
import { ServiceDeps } from '../ServiceDeps';
import { actorOf, Viewer } from '../Viewer';

/** An export that has begun. */
export interface AuditExport {
  fileName: string;
  contentType: string;
  /** To be taken piece by piece. */
  content: AsyncIterable<string>;
}

/** Begins to export the audit trail, which the trail itself remembers. */
export function exportAudit(
  deps: Pick<
    ServiceDeps,
    'auditExporter' | 'auditLog' | 'decisions' | 'unitOfWork'
  >,
) {
  return async (
    viewer: Viewer,
    origin: RequestOrigin,
    { format, fromSeq, ...filter }: ExportAuditQuery,
  ): Promise<AuditExport> => {
    const { auditExporter, auditLog, decisions, unitOfWork } = deps;
    await decisions.demand(viewer, auditReadPermission);
    const isSelection = Object.values(filter).some(one => one !== undefined);
    const request = { fromSeq, filter: isSelection ? filter : null };
    const head = await auditExporter.head();
    await unitOfWork.run(tx =>
      auditLog.record(tx, {
        action: 'audit.exported',
        actor: actorOf(viewer),
        origin,
        after: { format, fromSeq, toSeq: head.seq, ...filter },
      }),
    );
    const fileName = `changeguard-audit-${fromSeq}-${head.seq}.${format}`;
    return format === 'csv'
      ? {
          fileName,
          contentType: 'text/csv; charset=utf-8',
          content: auditExporter.csv(request, head),
        }
      : {
          fileName,
          contentType: 'application/x-ndjson',
          content: auditExporter.jsonl(request, head),
        };
  };
}
