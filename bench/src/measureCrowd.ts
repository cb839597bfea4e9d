import { setTimeout as delay } from 'node:timers/promises';
import type { Caller } from './Caller.ts';
import { compare } from './compare.ts';
import { crowdedApi, quietApi } from './crowdedOrganisation.ts';
import type { Row } from './Row.ts';

/** Few, because each of them tells ten thousand people afterwards, which goes on while the next is timed. */
const ROUNDS = 30;
const PATIENCE_MS = 120_000;

/**
 * Recording a change that affects ten thousand owners against one that affects one: whoever records must not wait for those who are told.
 *
 * @param alice - owns both entities
 * @throws Error - when the catalog does not come to know the crowd
 */
export async function measureCrowd(alice: Caller): Promise<Row> {
  await everybodyIsKnown(alice);
  const record = (entityRef: string) => async (turn: number) => {
    await alice.call('POST', '/changeguard/schema-changes', {
      entityRef,
      title: `Recorded before a crowd, turn ${turn}`,
    });
  };
  const { ratio, p50, base } = await compare(
    record(crowdedApi),
    record(quietApi),
    ROUNDS,
  );
  return {
    id: 'record-crowd',
    what: 'record, 10,000 affected owners against one',
    figure: ratio,
    goal: 1.2,
    unit: '×',
    detail: `${p50.toFixed(2)} ms against ${base.toFixed(2)} ms`,
  };
}

async function everybodyIsKnown(alice: Caller): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  const people = async (entityRef: string) =>
    (
      await alice.call<{ people: number }>('POST', '/changeguard/audience', {
        entityRef,
      })
    ).people;
  for (;;) {
    const found = await Promise.all([crowdedApi, quietApi].map(people)).catch(
      () => [],
    );
    if (found[0] >= 10_000 && found[1] >= 1) return;
    if (performance.now() > until) {
      throw new Error(`The catalog knows a crowd of ${found.join(' and ')}`);
    }
    await delay(500);
  }
}
