import fc from 'fast-check';
import { Knex } from 'knex';
import { AuditBench } from '../__testUtils__/AuditBench';
import { createTestDatabase } from '../__testUtils__/PipelineBench';
import {
  erased,
  length,
  places,
  purged,
  tamperings,
} from '../__testUtils__/tamperings';

jest.setTimeout(120_000);

const runs = 400;

describe('tampering with the database up to its newest checkpoint', () => {
  let knex: Knex;
  let bench: AuditBench;

  beforeAll(async () => {
    knex = await createTestDatabase();
    bench = new AuditBench(knex);
    const bob = { type: 'user', ref: 'user:default/bob' } as const;
    await bench.append(
      places
        .slice(0, -2)
        .map(seq => (erased.includes(seq) ? { actor: bob } : {})),
    );
    await bench.seal();
    await bench.erase(bob.ref);
    // As old as tomorrow: whole days are purged.
    await bench.purger.purge(-24 * 3_600_000, purged.length);
    await bench.seal();
  });

  const findings = (tamper: (tx: Knex) => Promise<unknown>) =>
    bench.findingsAfter(tamper);

  it('is not found where there is none', async () => {
    expect(await findings(async () => {})).toMatchObject({
      toSeq: length,
      firstBad: null,
      remainderNotProved: 0,
      checkpoint: { seq: length, verified: true },
    });
  });

  it.each(Object.entries(tamperings))('is found: %s', async (_, tamper) => {
    const { firstBad } = await findings(tx => tamper(tx, { a: 7, b: 12 }));
    expect(firstBad).not.toBeNull();
  });

  it(`is found, ${runs} times of ${runs}`, async () => {
    const place = fc.integer({ min: 1, max: length });
    let tried = 0;
    // What fails is reported with its seed.
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(tamperings)),
        fc.record({ a: place, b: place }),
        async (name, at) => {
          tried++;
          const { firstBad } = await findings(tx => tamperings[name](tx, at));
          return firstBad !== null;
        },
      ),
      { numRuns: runs },
    );
    expect(tried).toBe(runs);
  });
});
