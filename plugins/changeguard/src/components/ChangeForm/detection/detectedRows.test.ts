import type { DetectedFinding } from '@changeguard/backstage-plugin-changeguard-common';
import { detectedRows } from './detectedRows';

const finding: DetectedFinding = {
  rule: 'response-property-removed',
  severity: 'breaking',
  side: 'response',
  pointer: '/paths/~1orders',
  operation: 'GET /orders',
  before: 'type: string',
  after: null,
  beforeRange: null,
  afterRange: null,
  message: 'The property legacyId was removed.',
  purpose: 'Clients read it.',
  fingerprint: 'f'.repeat(64),
  engine: 'openapi',
  engineVersion: '1',
  accepted: null,
};

describe('detectedRows', () => {
  it('leaves out what the form has already', () => {
    const rows = detectedRows([finding], []);
    expect(rows).toHaveLength(1);
    expect(detectedRows([finding], rows)).toEqual([]);
  });

  it('cuts texts to what the API takes, and no character in half', () => {
    const [row] = detectedRows(
      [
        {
          ...finding,
          before: 'x'.repeat(9_000),
          message: `${'y'.repeat(1_998)}😀😀`,
          operation: `GET /${'z'.repeat(2_000)}`,
        },
      ],
      [],
    );
    expect(row.before).toHaveLength(4_000);
    expect(row.before.endsWith('x…')).toBe(true);
    expect(row.operation).toHaveLength(2_000);
    expect(row.message).toBe(`${'y'.repeat(1_998)}…`);
  });
});
