import { Request } from 'express';
import { RequestOrigin } from '../database/EventWriter';
import { Ids } from '../ports/Ids';

const longestId = 128;
const longestUserAgent = 500;
/** W3C Trace Context, version 00. */
const traceparent = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Where a request came from. A request id that a proxy gave is kept; what cannot be one is replaced. */
export function requestOrigin(req: Request, ids: Ids): RequestOrigin {
  const id = req.get('x-request-id');
  const trace = req.get('traceparent');
  return {
    requestId:
      id && id.length <= longestId && /^[\x21-\x7e]+$/.test(id)
        ? id
        : ids.next(),
    address: req.ip ?? null,
    userAgent: req.get('user-agent')?.slice(0, longestUserAgent) ?? null,
    traceparent: trace && traceparent.test(trace) ? trace : null,
  };
}
