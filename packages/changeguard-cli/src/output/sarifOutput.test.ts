import { sarifProblems } from '../__testUtils__/sarifProblems';
import { CheckReport } from '../check/CheckReport';
import { failedReport } from '../check/failedReport';
import { sarifOutput } from './sarifOutput';

const report: CheckReport = {
  file: 'api/parcels and crates.yaml',
  entityRef: 'api:default/parcels',
  base: 'api:default/parcels as of 2026-03-02',
  format: 'openapi',
  outcome: 'partial',
  verdict: 'breaking',
  passes: false,
  findings: [
    {
      rule: 'response-property-type-changed',
      severity: 'breaking',
      side: 'response',
      pointer: '/components/schemas/Parcel/properties/weight/type',
      operation: 'GET /parcels',
      before: 'number',
      after: 'string',
      beforeRange: { startLine: 9, endLine: 9 },
      afterRange: { startLine: 9, endLine: 11 },
      message: 'The type of weight changed.',
      purpose: 'Clients read another type.',
      fingerprint: 'a'.repeat(64),
      engine: 'openapi',
      engineVersion: '1',
      accepted: null,
    },
    {
      rule: 'api-removed-without-deprecation',
      severity: 'breaking',
      side: 'request',
      pointer: '/paths/~1crates/get',
      operation: 'GET /crates',
      before: 'GET /crates',
      after: null,
      beforeRange: { startLine: 20, endLine: 30 },
      afterRange: null,
      message: 'GET /crates was removed.',
      purpose: '',
      fingerprint: 'b'.repeat(64),
      engine: 'openapi',
      engineVersion: '1',
      accepted: {
        by: 'change',
        id: '0199e0c4-6a52-7c3e-9d61-2f4b8a7c1e05',
        link: 'https://portal.example.com/changeguard/changes/one',
      },
    },
  ],
  findingCount: 2,
  reasons: ['The import lies elsewhere.'],
  failure: null,
  hints: ['There is no such rule.'],
};

describe('sarifOutput', () => {
  const problemsOf = (told: CheckReport) =>
    sarifProblems(sarifOutput(told, { colour: false }));

  it.each([
    ['findings', report],
    [
      'a file outside of the checkout',
      { ...report, file: '/srv/parcels.yaml' },
    ],
    ['a file above', { ...report, file: '../parcels.yaml' }],
    ['nothing found', { ...report, findings: [], findingCount: 0 }],
    [
      'what could not be compared',
      failedReport(report, {
        ...{ reason: 'parse-error', which: 'revision', line: null },
        message: 'The text is not UTF-8; save it as UTF-8.',
      }),
    ],
  ])('is SARIF 2.1.0 as its schema says, of %s', (_, told) => {
    expect(problemsOf(told)).toEqual([]);
  });

  it('would not pass without what the schema asks for', () => {
    const [finding] = report.findings;
    const wrong = { ...finding, afterRange: { startLine: 0, endLine: -1 } };
    expect(problemsOf({ ...report, findings: [wrong] })).not.toEqual([]);
  });
});
