import { DefinitionCheckResult } from '@changeguard/backstage-plugin-changeguard-common';
import { CheckReport } from '../check/CheckReport';
import { observationInWords } from './observationInWords';
import { outputs } from './outputs';

const hint =
  "In the annotation 'changeguard.io/levels': There is no rule 'response-property-remove' of openapi.";

const finding = (
  operation: string,
  message: string,
  print: string,
): DefinitionCheckResult['findings'][number] => ({
  rule: 'response-property-type-changed',
  severity: 'breaking',
  side: 'response',
  pointer: '/components/schemas/Parcel/properties/weight/type',
  operation,
  before: 'number',
  after: 'string',
  beforeRange: { startLine: 9, endLine: 9 },
  afterRange: { startLine: 9, endLine: 9 },
  message,
  purpose: 'Clients read another type.',
  fingerprint: print.repeat(64),
  engine: 'openapi',
  engineVersion: '1',
  accepted: null,
});

/** Two operations that share a schema. */
const report: CheckReport = {
  file: 'parcels.yaml',
  entityRef: 'api:default/parcels',
  base: 'api:default/parcels as of 2026-03-02',
  format: 'openapi',
  outcome: 'compared',
  verdict: 'breaking',
  passes: false,
  findings: [
    finding('GET /parcels', 'The type of items/weight changed.', 'a'),
    finding('GET /parcels/{id}', 'The type of weight changed.', 'b'),
  ],
  findingCount: 2,
  reasons: [],
  failure: null,
  hints: [hint],
};

describe('outputs', () => {
  it.each(['text', 'markdown', 'github'])(
    'tell as %s once what operations share, and where it shows',
    name => {
      const told = outputs[name](report, { colour: false });
      expect(told).toContain('1 breaking change that');
      expect(told.match(/The type of/g)).toHaveLength(1);
      expect(told).toContain('The type of weight changed.');
      expect(told.replace(/\\/g, '')).toMatch(
        /GET \/parcels, GET \/parcels\/\{id\}/,
      );
    },
  );

  it.each([
    ['text', /^ .* · was at line 20 of api:default\/parcels as of/m],
    [
      'github',
      /^::error file=parcels\.yaml,line=1,.*%0AIt was at line 20 of api:default\/parcels as of/m,
    ],
    ['sarif', /"GET \/crates was removed\. It was at line 20 of api:/],
  ])('say as %s where what is gone stood', (name, place) => {
    const [one] = report.findings;
    const gone = {
      ...one,
      beforeRange: { startLine: 20, endLine: 30 },
      ...{ afterRange: null, message: 'GET /crates was removed.' },
    };
    const tell = (findings: CheckReport['findings']) =>
      outputs[name]({ ...report, findings }, { colour: false });
    expect(tell([gone])).toMatch(place);
    expect(tell([one])).not.toContain('was at');
    expect(tell([{ ...gone, beforeRange: null }])).not.toContain('was at');
  });

  it.each(['sarif', 'json'])(
    'keep every fingerprint as %s, by which findings are known again',
    name => {
      const told = outputs[name](report, { colour: false });
      expect(told).toContain('a'.repeat(64));
      expect(told).toContain('b'.repeat(64));
    },
  );

  it.each(Object.keys(outputs))(
    'say as %s what is written on the entity and counts for nothing',
    name => {
      const told = outputs[name](report, { colour: false });
      expect(told.replace(/\\/g, '')).toContain('response-property-remove');
    },
  );
});

describe('how to go on', () => {
  const announceLink =
    'https://portal.example.com/changeguard/changes/new?entityRef=api%3Adefault%2Fparcels';

  it.each(['text', 'github', 'markdown'])(
    'is the last line of %s when something stands in the way',
    name => {
      const last = (more: Partial<CheckReport>) =>
        outputs[name]({ ...report, ...more }, { colour: false })
          .split('\n')
          .at(-1);
      expect(last({ announceLink })).toContain(announceLink);
      expect(last({})).toMatch(/Announce it in the portal.*\.$/);
      expect(last({ entityRef: null })).toContain('check with --entity');
      expect(last({ passes: true })).not.toContain('Announce it');
    },
  );
});

describe('markdown', () => {
  it.each([
    ['long paths', 130, `GET /${'parcel-and-crate/'.repeat(60)}`, 'Changed.'],
    [
      'a message that is longer than all',
      1,
      'GET /parcels',
      '_'.repeat(70_000),
    ],
    ['many rows', 5_000, 'GET /parcels', 'The type changed.'],
  ])(
    'is no longer than GitHub takes for %s, and says how much is left out',
    (_, count, path, message) => {
      const findings = Array.from({ length: count }, (__, index) => ({
        ...finding(`${path}${index}`, message, 'a'),
        severity: (['breaking', 'dangerous', 'non-breaking'] as const)[
          index % 3
        ],
        // Each stands somewhere else, and is told by itself.
        pointer: `/paths/${index}`,
        fingerprint: String(index).padStart(64, '0'),
      }));
      const told = outputs.markdown(
        {
          ...report,
          ...{ findings, findingCount: count },
          ...{
            reasons: findings.map(one => one.operation ?? ''),
            hints: [hint],
          },
        },
        { colour: false },
      );
      expect(told.length).toBeLessThanOrEqual(65_536);
      const shown = told.match(/^- \*\*/gm)?.length ?? 0;
      expect(shown).toBeGreaterThan(0);
      const parts = told.split('Not compared:');
      const left = [...parts[0].matchAll(/^- … and (\d+) more$/gm)];
      expect(left.reduce((sum, [, more]) => sum + Number(more), shown)).toBe(
        count,
      );
      expect(told.match(/<details/g)).toEqual(
        told.match(/<\/details>/g)?.map(() => '<details'),
      );
      expect(parts[1]).toContain('response-property-remove');
    },
  );
});

describe('observationInWords', () => {
  it.each(['failed', 'unchanged'] as const)(
    'names no change for a text that could not be compared (%s)',
    outcome => {
      const told = observationInWords(
        {
          outcome,
          verdict: 'unknown',
          change: {
            id: '0199e0c4-6a52-7c3e-9d61-2f4b8a7c1e05',
            status: 'draft',
            link: '/changes/one',
          },
          failure: {
            which: 'revision',
            reason: 'parse-error',
            message: 'The text is no YAML.',
            line: null,
          },
          hints: [],
        },
        'api:default/parcels',
        path => path,
      );
      expect(told).toContain('could not be compared: The text is no YAML.');
      expect(told).not.toContain('change:');
    },
  );

  it('says what is written on the entity and counts for nothing', () => {
    const told = observationInWords(
      {
        outcome: 'unchanged',
        verdict: 'unchanged',
        change: null,
        failure: null,
        hints: [hint],
      },
      'api:default/parcels',
      path => path,
    );
    expect(told).toBe(`api:default/parcels is unchanged.\n${hint}`);
  });
});
