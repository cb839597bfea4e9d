import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Operation,
  OperationName,
} from '@changeguard/backstage-plugin-changeguard-common';
import { Request, Response } from 'express';
import { Precondition } from '../service/Precondition';
import { UseCase, UseCaseRequest } from '../service/UseCase';
import { Traces } from '../telemetry/Traces';
import { AdmissionDeps, admit, limit } from './admit';
import { answerableError } from './answerableError';
import { parseRequest } from './parseRequest';
import { bodyReader, noBody, ReadBody } from './body/readBody';
import { writeJson } from './writeJson';

/** What every route is made of. */
export interface RouteDeps extends AdmissionDeps {
  readBody: ReturnType<typeof bodyReader>;
  traces: Traces;
  logger: LoggerService;
}

/** Definitions count as one request more for each so many bytes: comparing takes time that others wait for. */
const bytesPerRequest = 1024 * 1024;

function costOf({ definitions }: ReadBody): number {
  const length = Object.values(definitions).reduce(
    (sum, { text }) => sum + text.byteLength,
    0,
  );
  return Math.floor(length / bytesPerRequest);
}

/** One operation as a route: admit → validate → use case → answer. */
export function operationRoute<TName extends OperationName>(
  name: TName,
  operation: Operation,
  useCase: UseCase<TName>,
  deps: RouteDeps,
) {
  return async (req: Request, res: Response): Promise<void> => {
    try {
      const { traces } = deps;
      const { principals, rate } = operation;
      const route = { name, principals, rate };
      const { viewer, origin } = await admit(deps, route, req, res);
      const sent = operation.body
        ? await deps.readBody(req, res, viewer.ref, operation.definitions)
        : noBody;
      const cost = costOf(sent);
      if (cost) await limit(deps, rate, viewer, res, cost);
      const parsed = parseRequest(operation, req, sent);
      const { body, version } = await traces.answer(
        origin.traceparent,
        `changeguard ${name}`,
        async () =>
          useCase({
            ...parsed,
            operation: name,
            viewer,
            origin: {
              ...origin,
              traceparent: traces.current(origin.traceparent),
            },
            precondition: Precondition.fromHeader(
              operation.conditional ? req.get('if-match') : undefined,
            ),
            // `parseRequest` checked each part against the schemas that this type is made of.
          } as UseCaseRequest<TName>),
      );
      res.status(operation.status);
      res.set('Cache-Control', 'no-store');
      if (origin.requestId) res.set('X-Request-Id', origin.requestId);
      if (version !== undefined) res.set('ETag', `"${version}"`);
      // Express's `json` would hash every body for an ETag of its own; ours is the version.
      if (operation.response) await writeJson(res, body);
      else res.end();
    } catch (error) {
      throw answerableError(error, deps.logger);
    }
  };
}
