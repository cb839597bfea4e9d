import type { DetectedFinding } from '@changeguard/backstage-plugin-changeguard-common';

const found = (
  print: string,
  operation: string,
  total: string,
): DetectedFinding => ({
  rule: 'response-property-type-changed',
  severity: 'breaking',
  side: 'response',
  pointer: '/components/schemas/Order/properties/total/type',
  operation,
  before: '{"type":["number"]}',
  after: '{"type":["string"]}',
  beforeRange: { startLine: 41, endLine: 41 },
  afterRange: { startLine: 40, endLine: 40 },
  message: `The property ${total} has another type (number → string).`,
  purpose: 'Clients may receive what they cannot handle: another type.',
  fingerprint: print.repeat(64),
  engine: 'openapi',
  engineVersion: '1',
  accepted: null,
});

/** One change of a schema that three operations answer with. */
export const sharedFindings = [
  found('a', 'GET /orders', 'items/items/total'),
  found('b', 'POST /orders', 'total'),
  found('c', 'GET /orders/{id}', 'total'),
] as const;
