import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  createTestDatabase,
  PipelineBench,
} from '../__testUtils__/PipelineBench';
import { GoneEntities } from './GoneEntities';

jest.setTimeout(60_000);

describe('GoneEntities', () => {
  let knex: Knex;
  let bench: PipelineBench;
  const logger = mockServices.logger.mock();

  const label = () =>
    new GoneEntities({
      knex,
      unitOfWork: bench.unitOfWork,
      catalog: bench.catalog,
      events: bench.events,
      logger,
    }).label();
  const gone = async () =>
    (await knex('schema_changes').whereNotNull('entity_gone_at')).map(
      ({ entity_ref }) => entity_ref,
    );

  beforeAll(async () => {
    knex = await createTestDatabase();
  });

  beforeEach(async () => {
    await knex.raw('truncate schema_changes, outbox cascade');
    bench = new PipelineBench(knex);
    await bench.record();
    await bench.record({ entity_ref: 'resource:default/orders-db' });
  });

  it('labels the changes of an entity that is gone, once, and takes it off again', async () => {
    bench.catalog.remove('api:default/orders');
    await label();
    await label();
    expect(await gone()).toEqual(['api:default/orders']);
    bench.catalog.add('api:default/orders');
    await label();
    expect(await gone()).toEqual([]);
    const [{ id }] = await knex('schema_changes').where({
      entity_ref: 'api:default/orders',
    });
    expect(
      (await bench.eventsOf(id)).slice(1).map(({ data }) => data.after),
    ).toEqual([{ entityGone: true }, { entityGone: false }]);
  });

  it('does not take a catalog that is empty for one that was emptied', async () => {
    bench.catalog
      .remove('api:default/orders')
      .remove('resource:default/orders-db');
    await label();
    expect(await gone()).toEqual([]);
    expect(logger.warn).toHaveBeenCalledWith(
      'The catalog knows none of 2 entities with changes; they are not labelled as gone',
    );
  });
});
