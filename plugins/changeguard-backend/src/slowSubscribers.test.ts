import { Knex } from 'knex';
import {
  createTestDatabase,
  PipelineBench,
} from './__testUtils__/PipelineBench';
import { waitUntil } from './__testUtils__/waitUntil';

jest.setTimeout(60_000);

/** More than twice as many as a subscriber gets at a time. */
const changes = 25;

describe('subscribers that are slow', () => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createTestDatabase();
  });

  /** How many messages each subscriber has in hand. */
  const inHand = async (): Promise<Record<string, number>> => {
    const rows: { subscription: string; messages: string }[] = await knex(
      'transport_messages',
    )
      .where('lease_until', '>', knex.fn.now())
      .groupBy('subscription')
      .select('subscription')
      .count({ messages: '*' });
    return Object.fromEntries(
      rows.map(({ subscription, messages }) => [
        subscription,
        Number(messages),
      ]),
    );
  };

  it('get no more than ten events at a time when they are ours, which wait for what all share; those of other plugins get more', async () => {
    const waiting: (() => void)[] = [];
    const hang = () => new Promise<void>(letGo => waiting.push(letGo));
    const bench = new PipelineBench(knex, {
      audienceProviders: [
        {
          id: 'inventory',
          async findConsumers() {
            await hang();
            return [];
          },
        },
      ],
      subscribers: [{ id: 'pager', handle: hang }],
    });
    for (let n = 0; n < changes; n++) await bench.record();
    await bench.pipeline.start();
    // It gets ten more each time that those it has are found slow: by then the other one's were found slow twice.
    await waitUntil(
      'all hang in the subscriber of another plugin',
      async () => (await inHand())['changeguard-pager'] === changes,
    );
    expect((await inHand())['changeguard-audience']).toBe(10);

    const letGo = setInterval(() => waiting.splice(0).forEach(go => go()), 10);
    await bench.settled();
    clearInterval(letGo);
    await bench.pipeline.stop();
  });
});
