import { Knex } from 'knex';
import { ApiBench } from '../__testUtils__/ApiBench';
import { createTestDatabase } from '../__testUtils__/PipelineBench';

jest.setTimeout(60_000);

describe('the trace of a request', () => {
  let knex: Knex;
  let api: ApiBench;

  beforeAll(async () => {
    knex = await createTestDatabase();
    api = await ApiBench.start(knex);
  });

  afterAll(async () => {
    await api?.stop();
  });

  it('goes on in the events that the pipeline writes because of it', async () => {
    const traceparent =
      '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const { body } = await api.call(
      'alice',
      'post',
      '/schema-changes',
      { entityRef: 'api:default/orders', title: 'A traced change' },
      { traceparent },
    );
    await api.settled();
    const events = await knex('outbox')
      .where({ aggregateid: body.id })
      .orderBy('sequence')
      .select('type', 'traceparent');
    expect(events).toEqual([
      { type: 'schema-change.announced', traceparent },
      { type: 'audience.snapshotted', traceparent },
    ]);
  });
});
