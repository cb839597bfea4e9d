import { NotFoundError } from '@backstage/errors';
import {
  OperationName,
  operations,
} from '@changeguard/backstage-plugin-changeguard-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { AuditExportDeps, mountAuditExport } from './routes/auditExport';
import { operationRoute, RouteDeps } from './routes/operationRoute';
import { mountUnsubscribe, UnsubscribeDeps } from './routes/unsubscribe';
import { UseCases } from './service/UseCase';

/** The path of the API's description. */
export const openApiPath = '/openapi.json';

/** The HTTP API: every operation of the contract, its description, the export of the audit trail, and the page behind the links in mails. */
export function createRouter(
  deps: RouteDeps &
    UnsubscribeDeps &
    AuditExportDeps & {
      useCases: UseCases;
      openApi: () => Promise<object>;
    },
): Router {
  const router = PromiseRouter();
  const mount = <TName extends OperationName>(name: TName) => {
    const { method, path } = operations[name];
    router[method](
      path,
      operationRoute(name, operations[name], deps.useCases[name], deps),
    );
  };
  for (const name of Object.keys(operations) as OperationName[]) mount(name);
  router.get(openApiPath, async (_req, res) => {
    res.json(await deps.openApi());
  });
  mountAuditExport(router, deps);
  mountUnsubscribe(router, deps);
  router.use(() => {
    throw new NotFoundError('There is no such route');
  });
  return router;
}
