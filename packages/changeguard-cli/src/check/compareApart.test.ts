import { compareApart } from './compareApart';

const openapi = (paths: string) => `{"openapi":"3.0.3","paths":{${paths}}}`;
const compare = (
  revision: string,
  limits: Partial<Parameters<typeof compareApart>[1]> = {},
) =>
  compareApart(
    {
      format: 'openapi',
      base: openapi('"/parcels":{"get":{"responses":{}}}'),
      revision,
      now: new Date('2026-03-02'),
    },
    { memoryMb: 256, milliseconds: 60_000, ...limits },
  );

// Each comparison loads the engines.
jest.setTimeout(120_000);

describe('compareApart', () => {
  it('answers what the engine finds', async () => {
    expect(await compare(openapi(''))).toMatchObject({
      outcome: 'compared',
      findings: [{ rule: 'api-path-removed-without-deprecation' }],
    });
  });

  it('explains a text that takes too much memory', async () => {
    const hostile = `openapi: 3.0.3\nx:\n${'- {}\n'.repeat(1_000_000)}`;
    expect(await compare(hostile, { memoryMb: 128 })).toEqual({
      outcome: 'failed',
      reason: 'too-large',
      which: null,
      message:
        'Comparing takes more than 128 MB of memory; split the definition.',
    });
  });

  it('explains what takes too long', async () => {
    expect(await compare(openapi(''), { milliseconds: 5 })).toEqual({
      outcome: 'failed',
      reason: 'timed-out',
      which: null,
      message:
        'Comparing takes longer than 0.005 s; see --timeout, or split the definition.',
    });
  });

  it('explains that an engine gave up', async () => {
    const comparison = await compareApart(
      { format: 'thrift', base: '', revision: '', now: new Date() },
      { memoryMb: 256, milliseconds: 60_000 },
    );
    expect(comparison).toMatchObject({ outcome: 'failed' });
    expect(comparison).toHaveProperty(
      'message',
      expect.stringContaining("gave up (Error: There is no format 'thrift')"),
    );
  });
});
