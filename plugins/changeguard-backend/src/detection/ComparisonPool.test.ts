import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { mockServices } from '@backstage/backend-test-utils';
import { longestStretch } from '../__testUtils__/longestStretch';
import { ordersDefinition } from '../__testUtils__/ordersDefinition';
import { waitUntil } from '../__testUtils__/waitUntil';
import { systemClock } from '../ports/Clock';
import { ComparisonPool } from './ComparisonPool';

jest.setTimeout(60_000);

const bytes = (text: string) => Buffer.from(text);

/** A definition with many operations, megabytes of it. */
function largeDefinition(operations: number, removed?: string): string {
  const paths = Object.fromEntries(
    Array.from({ length: operations }, (_, index) => [
      `/things/${index}/{id}`,
      {
        get: {
          description: 'What it is for, in several words. '.repeat(20),
          responses: {
            200: {
              description: 'One of them',
              content: {
                'application/json': {
                  schema: {
                    type: 'object',
                    properties: Object.fromEntries(
                      Array.from({ length: 20 }, (__, property) => [
                        `property${property}`,
                        { type: 'string', maxLength: 100 + property },
                      ]).filter(([name]) => name !== removed),
                    ),
                  },
                },
              },
            },
          },
        },
      },
    ]),
  );
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Things', version: '1' },
    paths,
  });
}

describe('ComparisonPool', () => {
  let folder: string;
  const pools: ComparisonPool[] = [];
  const poolWith = (
    options: {
      memoryMb?: number;
      milliseconds?: number;
      startMilliseconds?: number;
      queue?: number;
      files?: string[];
    } = {},
  ) => {
    const pool = new ComparisonPool({
      clock: systemClock,
      logger: mockServices.logger.mock(),
      limits: {
        memoryMb: options.memoryMb ?? 256,
        milliseconds: options.milliseconds ?? 30_000,
        startMilliseconds: options.startMilliseconds,
      },
      threads: 1,
      queue: options.queue ?? 10,
      bytes: 16 * 1024 * 1024,
      files: options.files ?? [],
    });
    pools.push(pool);
    return pool;
  };
  const broken = {
    format: 'openapi',
    base: bytes(ordersDefinition()),
    revision: bytes(ordersDefinition({ without: ['note'] })),
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'changeguard-pool-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  afterEach(async () => {
    await Promise.all(pools.splice(0).map(pool => pool.stop()));
  });

  it('compares in a thread, and says why what it finds matters', async () => {
    expect(await poolWith().compare(broken)).toMatchObject({
      outcome: 'compared',
      findingCount: 1,
      findings: [
        { severity: 'breaking', purpose: expect.stringMatching(/\.$/) },
      ],
      failure: null,
    });
    // Who shares their memory keeps it.
    expect(broken.base.byteLength).toBeGreaterThan(0);
  });

  it('takes texts over rather than copying them', async () => {
    const base = bytes(largeDefinition(100));
    const revision = bytes(largeDefinition(100, 'property3'));
    const compared = await poolWith().compare({
      format: 'openapi',
      base,
      revision,
    });
    expect(compared).toMatchObject({ outcome: 'compared', findingCount: 100 });
    expect([base.byteLength, revision.byteLength]).toEqual([0, 0]);
  });

  it('leaves a text to whoever needs it afterwards', async () => {
    const pool = poolWith();
    const revision = bytes(largeDefinition(100, 'property3'));
    const request = { format: 'openapi', revision, keepsRevision: true };
    for (const removed of [undefined, 'property3']) {
      const base = bytes(largeDefinition(100, removed));
      const compared = await pool.compare({ ...request, base });
      expect(compared.findingCount).toBe(removed ? 0 : 100);
    }
    const itself = await pool.compare({ ...request, base: revision });
    expect(itself).toMatchObject({ outcome: 'compared', findingCount: 0 });
    expect(revision.byteLength).toBeGreaterThan(0);
  });

  it('compares a text with itself', async () => {
    const text = bytes(largeDefinition(100));
    expect(
      await poolWith().compare({
        format: 'openapi',
        base: text,
        revision: text,
      }),
    ).toMatchObject({ outcome: 'compared', findingCount: 0 });
  });

  it('raises, lowers and mutes rules', async () => {
    const pool = poolWith();
    const [{ rule }] = (await pool.compare(broken)).findings;
    const lowered = await pool.compare({
      ...broken,
      levels: { [rule]: 'non-breaking' },
    });
    expect(lowered.findings).toMatchObject([{ severity: 'non-breaking' }]);
    const muted = await pool.compare({
      ...broken,
      levels: { [rule]: 'muted' },
    });
    expect(muted.findings).toEqual([]);
  });

  it('explains what takes too long, and goes on with a new thread', async () => {
    const slow = poolWith({ milliseconds: 300 });
    const large = bytes(largeDefinition(3_000));
    const other = bytes(largeDefinition(3_000, 'property3'));
    expect(
      await slow.compare({ format: 'openapi', base: large, revision: other }),
    ).toMatchObject({ outcome: 'failed', failure: { reason: 'timed-out' } });
    expect(await slow.compare(broken)).toMatchObject({ outcome: 'compared' });
  });

  it('explains what takes too much memory, and goes on with a new thread', async () => {
    const small = poolWith({ memoryMb: 48 });
    const large = bytes(largeDefinition(9_000));
    expect(
      await small.compare({ format: 'openapi', base: large, revision: large }),
    ).toMatchObject({
      outcome: 'failed',
      failure: { reason: 'too-large', message: expect.stringMatching(/48 MB/) },
    });
  });

  it('answers at once when too many wait', async () => {
    const pool = poolWith({ queue: 1 });
    const answers = await Promise.all(
      [1, 2, 3].map(() => pool.compare(broken)),
    );
    expect(answers.map(({ failure }) => failure?.reason ?? null)).toEqual([
      null,
      null,
      'busy',
    ]);
  });

  it('answers at once when those that wait take too much memory', async () => {
    const pool = poolWith({ queue: 100 });
    const long = () => Buffer.alloc(16 * 1024 * 1024, ' ');
    const answers = Array.from({ length: 6 }, () =>
      pool.compare({ format: 'openapi', base: long(), revision: long() }),
    );
    const last = await answers[5];
    expect(last.failure?.reason).toBe('busy');
    await pool.stop();
    const reasons = (await Promise.all(answers)).map(one => one.failure);
    expect(reasons.slice(0, 5)).not.toContainEqual(last.failure);
  });

  it('explains that a thread never starts, such as for a format of a module that hangs on loading', async () => {
    const hanging = join(folder, 'hanging.js');
    writeFileSync(hanging, 'for (;;);');
    const pool = poolWith({ startMilliseconds: 500, files: [hanging] });
    expect(await pool.compare(broken)).toMatchObject({
      outcome: 'failed',
      failure: {
        reason: 'busy',
        message: expect.stringMatching(/did not start within 0.5 s/),
      },
    });
  });

  it('ends when it is told to, in the middle of a comparison, and tells whoever waits', async () => {
    const hanging = join(folder, 'hanging-format.js');
    // Says that it is at work, and never answers.
    writeFileSync(
      hanging,
      `const { writeFileSync } = require('node:fs');
       exports.format = {
         id: 'hanging',
         version: '1',
         rules: [],
         compare() { writeFileSync(${JSON.stringify(
           join(folder, 'at-work'),
         )}, ''); for (;;); },
       };`,
    );
    const pool = poolWith({ files: [hanging] });
    const request = { ...broken, format: 'hanging' };
    const answers = [pool.compare(request), pool.compare(request)];
    await waitUntil('a thread is at work', () =>
      existsSync(join(folder, 'at-work')),
    );
    await pool.stop();
    answers.push(pool.compare(request));
    for (const answer of await Promise.all(answers)) {
      expect(answer).toMatchObject({
        outcome: 'failed',
        failure: { reason: 'busy', message: expect.stringMatching(/stopping/) },
      });
    }
  });

  it('explains a format that nothing compares', async () => {
    expect(
      await poolWith().compare({ ...broken, format: 'carrier-pigeon' }),
    ).toMatchObject({ outcome: 'failed', failure: { reason: 'unsupported' } });
  });

  it('keeps the event loop free while it compares megabytes', async () => {
    const pool = poolWith();
    await pool.compare(broken);
    const base = largeDefinition(5_000);
    const revision = largeDefinition(5_000, 'property3');
    const stretches: number[] = [];
    for (let time = 0; time < 3; time++) {
      const longest = longestStretch();
      const { outcome, findingCount } = await pool.compare({
        format: 'openapi',
        base: bytes(base),
        revision: bytes(revision),
      });
      stretches.push(longest());
      expect(outcome).toBe('compared');
      expect(findingCount).toBe(5_000);
    }
    // Work of this thread is there every time; what a busy machine adds to it, such as cold caches, is not.
    expect(Math.min(...stretches)).toBeLessThan(50);
  });
});
