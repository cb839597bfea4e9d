import { mockServices } from '@backstage/backend-test-utils';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { Knex } from 'knex';
import {
  createTestDatabase,
  PipelineBench,
} from '../__testUtils__/PipelineBench';
import { waitUntil } from '../__testUtils__/waitUntil';
import { DeliveryReadModel } from '../database/DeliveryReadModel';
import { FailureStore } from '../database/FailureStore';
import { OutboxStore } from '../outbox/OutboxStore';
import { instruments } from './instruments';
import { Meters } from './Meters';
import { StandingReader } from './StandingReader';

jest.setTimeout(60_000);

describe('Meters', () => {
  let knex: Knex;
  const reader = new PeriodicExportingMetricReader({
    exporter: new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE),
    exportIntervalMillis: 3_600_000,
  });
  const provider = new MeterProvider({ readers: [reader] });
  const meters = new Meters(provider.getMeter('test'));

  /** The values of a metric as `attributes → value`; of a histogram the count. */
  const read = async (name: string) => {
    const { resourceMetrics } = await reader.collect();
    const found = resourceMetrics.scopeMetrics
      .flatMap(({ metrics }) => metrics)
      .filter(({ descriptor }) => descriptor.name === name)
      .at(-1);
    return Object.fromEntries(
      (found?.dataPoints ?? []).map(({ attributes, value }) => [
        Object.values(attributes).join(' '),
        typeof value === 'object' ? value.count : value,
      ]),
    );
  };

  beforeAll(async () => {
    knex = await createTestDatabase();
  });

  afterAll(async () => {
    await provider.shutdown();
  });

  it('follow a change through the pipeline', async () => {
    let refusals = 1;
    const bench = new PipelineBench(knex, {
      meters,
      subscribers: [
        {
          id: 'moody',
          handle: async () => {
            if (refusals-- > 0) throw new Error('Not now');
          },
        },
      ],
    });
    bench.onSend = () => {
      if (bench.sent.length === 0) throw new Error('Portal away');
    };
    await bench.pipeline.start();
    await bench.record();
    await waitUntil('a delivery failed', async () =>
      Boolean(await knex('deliveries').whereNotNull('last_error').first()),
    );
    bench.onSend = () => {};
    await knex('deliveries').update({ next_attempt_at: knex.fn.now() });
    await bench.settled();
    await bench.pipeline.stop();

    expect(await read(instruments.published.name)).toEqual({
      'postgres published': 2,
    });
    expect(await read(instruments.publishDuration.name)).toHaveProperty(
      'postgres',
    );
    expect(await read(instruments.handlingDuration.name)).toEqual({
      'audience handled': 2,
      'audit handled': 2,
      'moody failed': 1,
      'moody handled': 2,
      'notification handled': 2,
    });
    const attempts = await read(instruments.attempts.name);
    const told = (await knex('deliveries')).length;
    expect(attempts).toMatchObject({ 'backstage delivered': told });
    expect(attempts['backstage retried']).toBeGreaterThan(0);
    expect(await read(instruments.sendDuration.name)).toHaveProperty(
      'backstage',
    );
  });

  it('count what the cache had', async () => {
    meters.readCache('detail', 'hit');
    meters.readCache('detail', 'hit');
    meters.readCache('unread', 'miss');
    expect(await read(instruments.cacheRequests.name)).toEqual({
      'detail hit': 2,
      'unread miss': 1,
    });
  });

  it('tell whether Redis is left alone', async () => {
    let open = false;
    meters.observeBreaker(() => open);
    expect(await read(instruments.breakerOpen.name)).toEqual({ '': 0 });
    open = true;
    expect(await read(instruments.breakerOpen.name)).toEqual({ '': 1 });
  });

  it('read what stands in the database, once for all gauges and for a while', async () => {
    const standing = new StandingReader({
      outbox: new OutboxStore(knex),
      failures: new FailureStore(knex),
      deliveries: new DeliveryReadModel(knex),
      logger: mockServices.logger.mock(),
    });
    const [{ event_id, change_id }] = await knex('channel_messages');
    const add = (state: string, recipient: string, due = 'now()') =>
      knex('deliveries').insert({
        event_id,
        change_id,
        channel: 'backstage',
        recipient,
        id: knex.raw('gen_random_uuid()'),
        reason: 'a test',
        state,
        next_attempt_at: knex.raw(due),
      });
    await add('pending', 'user:x/a', `now() - interval '90 seconds'`);
    await add('dead', 'user:x/b');
    await knex('subscriber_failures').insert({
      event_id: knex.raw('gen_random_uuid()'),
      subscriber: 'moody',
      last_error: 'Never',
    });
    const queries: string[] = [];
    knex.on('query', ({ sql }) => queries.push(sql));
    const provided = new Meters(provider.getMeter('gauges'));
    provided.observe(standing.read);
    expect(await read(instruments.deliveries.name)).toEqual({
      'backstage pending': 1,
      'backstage retrying': 0,
      'backstage dead': 1,
      'backstage undeliverable': 0,
    });
    const overdue = await read(instruments.deliveriesOverdue.name);
    expect(overdue.backstage).toBeGreaterThanOrEqual(90);
    expect(await read(instruments.eventsFailing.name)).toEqual({ moody: 1 });
    expect(await read(instruments.outboxDepth.name)).toEqual({ '': 0 });
    expect(await read(instruments.outboxAge.name)).toEqual({ '': 0 });
    expect(queries).toHaveLength(3);
  });

  it('are all fed', async () => {
    const { resourceMetrics } = await reader.collect();
    const fed = resourceMetrics.scopeMetrics.flatMap(({ metrics }) =>
      metrics.map(({ descriptor }) => descriptor.name),
    );
    expect(new Set(fed)).toEqual(
      new Set(Object.values(instruments).map(({ name }) => name)),
    );
  });

  it('call a broker by the name that OpenTelemetry has for it, as the spans do', async () => {
    meters.published('google-pubsub', { published: 3, failed: 1, ms: 5 });
    expect(await read(instruments.published.name)).toMatchObject({
      'gcp_pubsub published': 3,
      'gcp_pubsub failed': 1,
    });
    expect(await read(instruments.publishDuration.name)).toHaveProperty(
      'gcp_pubsub',
    );
  });
});
