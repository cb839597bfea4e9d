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

const runs = 10_000;
const place = fc.integer({ min: 1, max: length });
/** The same ones every time. */
const chosen = fc.sample(
  fc.record({
    name: fc.constantFrom(...Object.keys(tamperings)),
    at: fc.record({ a: place, b: place }),
  }),
  { numRuns: runs, seed: 20261126 },
);

/** A trail of which some was erased and some purged, with a checkpoint at its end. */
async function newTrail(): Promise<AuditBench> {
  const bench = new AuditBench(await createTestDatabase());
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
  return bench;
}

describe('tampering with the database up to its newest checkpoint', () => {
  /** Alike; two, so that one is tampered with while the other is read. */
  let trails: AuditBench[];

  beforeAll(async () => {
    trails = [await newTrail(), await newTrail()];
  });

  const findings = (tamper: (tx: Knex) => Promise<unknown>) =>
    trails[0].findingsAfter(tamper);

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
    const next = chosen.values();
    const tried = new Map<string, number>();
    const notFound: object[] = [];
    await Promise.all(
      trails.map(async trail => {
        for (const one of next) {
          const tamper = tamperings[one.name];
          tried.set(one.name, (tried.get(one.name) ?? 0) + 1);
          const { firstBad } = await trail.findingsAfter(tx =>
            tamper(tx, one.at),
          );
          if (!firstBad) notFound.push(one);
        }
      }),
    );
    expect(notFound).toEqual([]);
    expect([...tried.keys()].sort()).toEqual(Object.keys(tamperings).sort());
    expect([...tried.values()].reduce((sum, one) => sum + one)).toBe(runs);
  }, 600_000);
});
