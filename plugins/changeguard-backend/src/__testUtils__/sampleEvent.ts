import {
  ChangeGuardEvent,
  ChangeGuardEventType,
  parseEvent,
} from '@changeguard/backstage-plugin-changeguard-common';
import { randomIds } from '../ports/Ids';

/** An event as it comes off a broker; `data` adds to, or replaces, what all types share. */
export function sampleEvent(
  type: ChangeGuardEventType,
  data: Record<string, unknown> = {},
): ChangeGuardEvent {
  const changeId = randomIds.next();
  return parseEvent({
    specversion: '1.0',
    id: randomIds.next(),
    source: '/changeguard',
    type,
    subject: changeId,
    time: '2026-01-02T03:04:05.000Z',
    datacontenttype: 'application/json',
    sequence: 1,
    data: {
      change: {
        id: changeId,
        entityRef: 'api:default/orders',
        ownerRefs: ['group:default/orders-team'],
        title: 'Column orders.note goes away',
        format: 'sql',
        severity: 'breaking',
        status: 'announced',
        effectiveAt: null,
        version: 1,
      },
      actor: { type: 'user', ref: 'user:default/alice' },
      before: null,
      after: null,
      reason: null,
      requestId: null,
      ...data,
    },
  });
}
