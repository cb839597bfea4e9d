import { Readable } from 'stream';
import { pipeline } from 'stream/promises';
import { isError, toError } from '@backstage/errors';
import {
  auditExport,
  ExportAuditQuery,
  exportAuditQuerySchema,
} from '@changeguard/backstage-plugin-changeguard-common';
import { Request, Response, Router } from 'express';
import { exportAudit } from '../service/audit/exportAudit';
import { AdmissionDeps, admit } from './admit';
import { answerableError } from './answerableError';
import { isReaderGone } from './isReaderGone';
import { RouteDeps } from './operationRoute';
import { noBody } from './body/readBody';
import { parseRequest } from './parseRequest';

const route = {
  name: 'exportAudit',
  principals: auditExport.principals,
  rate: 'export',
} as const;

/** What the export needs. */
export interface AuditExportDeps extends AdmissionDeps {
  logger: RouteDeps['logger'];
  exportAudit: ReturnType<typeof exportAudit>;
}

/** The export of the audit trail: a stream, and so no operation of the table, whose answers are JSON. */
export function mountAuditExport(router: Router, deps: AuditExportDeps): void {
  router[auditExport.method](auditExport.path, async (req, res) => {
    try {
      await send(deps, req, res);
    } catch (error) {
      if (!res.headersSent) throw answerableError(error, deps.logger);
      // The answer has begun: breaking it off is the only way left to say that it is not whole.
      res.destroy();
      if (!isReaderGone(error)) {
        deps.logger.error('An export broke off', toError(error));
      }
    }
  });
}

async function send(
  deps: AuditExportDeps,
  req: Request,
  res: Response,
): Promise<void> {
  const { viewer, origin } = await admit(deps, route, req, res);
  const { query } = parseRequest(
    { query: exportAuditQuerySchema },
    req,
    noBody,
  );
  const { fileName, contentType, content } = await deps
    // `parseRequest` checked it against the schema of this type.
    .exportAudit(viewer, origin, query as ExportAuditQuery)
    .catch(async error => {
      if (isError(error) && error.name === 'NotAllowedError') {
        const refusal = error.message;
        await deps.denials.remember(route.name, { viewer, origin, refusal });
      }
      throw error;
    });
  res.set({
    'Cache-Control': 'no-store',
    'Content-Type': contentType,
    'Content-Disposition': `attachment; filename="${fileName}"`,
  });
  // One piece at a time: the next is read when this one went out.
  await pipeline(Readable.from(content, { highWaterMark: 1 }), res);
}
