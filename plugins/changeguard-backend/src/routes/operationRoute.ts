import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Operation,
  OperationName,
} from '@changeguard/backstage-plugin-changeguard-common';
import { Request, Response } from 'express';
import { Ids } from '../ports/Ids';
import { Precondition } from '../service/Precondition';
import { UseCase, UseCaseRequest } from '../service/UseCase';
import { Traces } from '../telemetry/Traces';
import { answerableError } from './answerableError';
import { parseRequest } from './parseRequest';
import { bodyReader } from './readBody';
import { RateLimits, TooManyRequestsError } from './RateLimits';
import { requestOrigin } from './requestOrigin';
import { ViewerReader } from './ViewerReader';

/** What every route is made of. */
export interface RouteDeps {
  viewers: ViewerReader;
  rateLimits: RateLimits;
  readBody: ReturnType<typeof bodyReader>;
  ids: Ids;
  traces: Traces;
  logger: LoggerService;
}

/** One operation as a route: authenticate → limit → validate → use case → answer. */
export function operationRoute<TName extends OperationName>(
  name: TName,
  operation: Operation,
  useCase: UseCase<TName>,
  deps: RouteDeps,
) {
  return async (req: Request, res: Response): Promise<void> => {
    try {
      const { traces } = deps;
      const viewer = await deps.viewers.read(req, operation.principals);
      await deps.rateLimits.take(operation.rate, viewer.ref);
      const origin = requestOrigin(req, viewer, deps.ids);
      const parsed = parseRequest(
        operation,
        req,
        operation.body &&
          (await deps.readBody(
            req,
            res,
            operation.definitions ? 'definitions' : 'plain',
          )),
      );
      const { body, version } = await traces.answer(
        origin.traceparent,
        `changeguard ${name}`,
        async () =>
          useCase({
            ...parsed,
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
      if (operation.response) res.type('json').end(JSON.stringify(body));
      else res.end();
    } catch (error) {
      if (error instanceof TooManyRequestsError) {
        res.set('Retry-After', String(error.retryAfterSeconds));
      }
      throw answerableError(error, deps.logger);
    }
  };
}
