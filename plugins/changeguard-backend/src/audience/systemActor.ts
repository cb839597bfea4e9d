import { Actor } from '@changeguard/backstage-plugin-changeguard-common';
import { RequestOrigin } from '../database/EventWriter';

/** Who speaks when ChangeGuard itself has found something out. */
export const audienceActor: Actor = { type: 'system', ref: 'system:audience' };

/** Nobody asked for it. */
export const noOrigin: RequestOrigin = {
  requestId: null,
  address: null,
  userAgent: null,
  traceparent: null,
  kind: 'system',
  via: null,
};

/** Nobody asked for it, but it follows from what somebody did: the trace of that goes on. */
export function followingFrom(traceparent: string | null): RequestOrigin {
  return { ...noOrigin, traceparent };
}
