import { mockServices } from '@backstage/backend-test-utils';
import {
  HostileCase,
  hostileCases,
} from '@changeguard/backstage-plugin-changeguard-detection/testUtils';
import { longestStretch } from '../__testUtils__/longestStretch';
import { systemClock } from '../ports/Clock';
import { ComparisonPool } from './ComparisonPool';

jest.setTimeout(180_000);

const megabyte = 1024 * 1024;
const bytesOf = (text: string | Uint8Array) =>
  typeof text === 'string' ? Buffer.from(text) : text;

describe('definitions made to harm', () => {
  const pool = new ComparisonPool({
    clock: systemClock,
    logger: mockServices.logger.mock(),
    limits: { memoryMb: 192, milliseconds: 20_000 },
    threads: 1,
    queue: 10,
    bytes: 16 * megabyte,
    files: [],
  });
  const compare = async (one: HostileCase) => {
    const base = bytesOf(one.base());
    const revision = one.revision ? bytesOf(one.revision()) : base;
    const stretch = longestStretch();
    const comparison = await pool.compare({
      format: one.format,
      base,
      revision,
    });
    return { comparison, stretch: stretch() };
  };

  beforeAll(async () => {
    // A thread and its engines are there before anything hostile is.
    await pool.compare({
      format: 'openapi',
      base: Buffer.from('{"openapi":"3.0.3","paths":{}}'),
      revision: Buffer.from('{"openapi":"3.0.3","paths": {}}'),
    });
  });

  afterAll(() => pool.stop());

  it('are at least sixty', () => {
    expect(hostileCases.length).toBeGreaterThanOrEqual(60);
  });

  it.each(
    hostileCases.map(one => [`${one.format}: ${one.name}`, one] as const),
  )(
    'end as an explained result, and keep nobody waiting: %s',
    async (_, one) => {
      const first = await compare(one);
      // What this thread does itself it does again; what a busy machine adds to it, it does not.
      const { comparison, stretch } =
        first.stretch < 50 ? first : await compare(one);
      const { outcome, failure, reasons } = comparison;
      // What was not compared as a whole says why, in sentences, and no engine gave up.
      const why = [...reasons, ...(failure ? [failure.message] : [])];
      expect(why.length > 0).toBe(outcome !== 'compared');
      expect(why.filter(reason => !/\.$/.test(reason))).toEqual([]);
      expect(why.join(' ')).not.toMatch(/gave up/);
      expect(stretch).toBeLessThan(50);
    },
  );
});
