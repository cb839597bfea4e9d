import { NotAllowedError } from '@backstage/errors';
import { PrincipalKind } from '@changeguard/backstage-plugin-changeguard-common';
import { Request, Response } from 'express';
import { RequestOrigin } from '../database/EventWriter';
import { Ids } from '../ports/Ids';
import { Denials, Refusable } from '../service/access/Denials';
import { Viewer } from '../service/Viewer';
import { RateKind, RateLimits, TooManyRequestsError } from './RateLimits';
import { requestOrigin } from './requestOrigin';
import { ViewerReader } from './ViewerReader';

/** What lets requests in. */
export interface AdmissionDeps {
  viewers: ViewerReader;
  rateLimits: RateLimits;
  denials: Denials;
  ids: Ids;
}

/** Counts a request, as `cost` of them. @throws TooManyRequestsError - with `Retry-After` set. */
export async function limit(
  { rateLimits }: Pick<AdmissionDeps, 'rateLimits'>,
  kind: RateKind,
  viewer: Viewer,
  res: Response,
  cost = 1,
): Promise<void> {
  try {
    await rateLimits.take(kind, viewer.ref, cost);
  } catch (error) {
    if (error instanceof TooManyRequestsError) {
      res.set('Retry-After', String(error.retryAfterSeconds));
    }
    throw error;
  }
}

/**
 * Lets a request in: authenticate → limit → is the route for this kind of caller at all?
 *
 * @throws AuthenticationError - for nobody, and for a token that is not good.
 * @throws TooManyRequestsError - with `Retry-After` set.
 * @throws NotAllowedError - for a kind of caller that the route is not for; the audit trail remembers the attempt.
 */
export async function admit(
  { viewers, rateLimits, denials, ids }: AdmissionDeps,
  route: {
    name: Refusable;
    principals: readonly PrincipalKind[];
    rate: RateKind;
  },
  req: Request,
  res: Response,
): Promise<{ viewer: Viewer; origin: RequestOrigin }> {
  const viewer = await viewers.read(req);
  await limit({ rateLimits }, route.rate, viewer, res);
  const origin = requestOrigin(req, viewer, ids);
  if (!route.principals.includes(viewer.type)) {
    const refusal = `This route is not for a ${viewer.type}`;
    const { params } = req;
    await denials.remember(route.name, { viewer, origin, refusal, params });
    throw new NotAllowedError(refusal);
  }
  return { viewer, origin };
}
