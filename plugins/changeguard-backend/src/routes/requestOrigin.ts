import { AuditOrigin } from '@changeguard/backstage-plugin-changeguard-common';
import { Request } from 'express';
import { RequestOrigin } from '../database/EventWriter';
import { Ids } from '../ports/Ids';
import { Viewer } from '../service/Viewer';

/** Who sent a request: a viewer, or whoever holds a signed link. */
type Sender = Pick<Viewer, 'type' | 'ref' | 'via'> | 'link';

const longestId = 128;
const longestUserAgent = 500;
/** W3C Trace Context, version 00. */
const traceparent = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** How the command line names itself as a user agent. */
const commandLine = /^changeguard-cli\//;

function kindOf(sender: Sender, userAgent: string | undefined): AuditOrigin {
  if (sender === 'link') return 'link';
  const service = sender.via ?? (sender.type === 'service' ? sender.ref : '');
  if (service.startsWith('plugin:')) return 'plugin';
  return userAgent && commandLine.test(userAgent) ? 'cli' : 'http';
}

/** Where a request came from. A request id that a proxy gave is kept; what cannot be one is replaced. */
export function requestOrigin(
  req: Request,
  sender: Sender,
  ids: Ids,
): RequestOrigin {
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
    kind: kindOf(sender, req.get('user-agent')),
    via: sender === 'link' ? null : sender.via,
  };
}
