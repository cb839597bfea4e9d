import { mockServices } from '@backstage/backend-test-utils';
import { AudienceProvider } from '@changeguard/backstage-plugin-changeguard-node';
import { Knex } from 'knex';
import { emptyTables } from '../__testUtils__/emptyTables';
import {
  createTestDatabase,
  PipelineBench,
} from '../__testUtils__/PipelineBench';
import { AudienceStore } from '../database/AudienceStore';
import { randomIds } from '../ports/Ids';
import { AudienceKeeper } from './AudienceKeeper';
import { AudienceReconciler } from './AudienceReconciler';

jest.setTimeout(60_000);

describe('AudienceReconciler', () => {
  let knex: Knex;
  let bench: PipelineBench;

  const createReconciler = () => {
    const { pipeline, unitOfWork, events } = bench;
    return new AudienceReconciler({
      knex,
      unitOfWork,
      resolver: pipeline.previewResolver,
      keeper: new AudienceKeeper({
        audience: new AudienceStore({ ids: randomIds }),
        events,
      }),
      logger: mockServices.logger.mock(),
      states: ['complete', 'partial'],
    });
  };
  const reconcile = async () => {
    await createReconciler().reconcile();
    await bench.settled();
  };
  const begin = async (audienceProviders: AudienceProvider[] = []) => {
    bench = new PipelineBench(knex, { audienceProviders });
    await bench.pipeline.start();
    const id = await bench.record();
    await bench.settled();
    return id;
  };
  const consumers = async () =>
    (await knex('affected_consumers').orderBy('entity_ref')).map(row =>
      [
        row.entity_ref.split('/')[1],
        row.late && 'late',
        row.left_at && 'left',
        !row.reachable && 'unreachable',
      ]
        .filter(Boolean)
        .join(' '),
    );
  const lastEvents = async (id: string) =>
    (await bench.eventsOf(id)).slice(2).map(({ type }) => type);

  beforeAll(async () => {
    knex = await createTestDatabase();
  });

  beforeEach(async () => {
    await emptyTables(knex);
  });

  afterEach(async () => {
    await bench.pipeline.stop();
  });

  it('leaves everything as it is when nothing changed', async () => {
    const id = await begin();
    await reconcile();
    expect(await lastEvents(id)).toEqual([]);
  });

  it('adds a late consumer once, and tells only its people', async () => {
    const id = await begin();
    bench.catalog
      .relate('component:default/late', 'consumesApi', 'api:default/orders')
      .relate('component:default/late', 'ownedBy', 'user:default/carol');
    await reconcile();
    await reconcile();
    expect(await consumers()).toEqual(['checkout', 'late late', 'mailer']);
    expect(await lastEvents(id)).toEqual(['consumer.identified']);
    expect(await bench.told(id)).toEqual([
      'ben announced',
      'bob announced',
      'carol announced',
      'erin announced',
    ]);
  });

  it('takes as long as many late consumers do, however long a transaction may take', async () => {
    const id = await begin();
    const many = 501;
    for (let one = 0; one < many; one++) {
      bench.catalog.relate(
        `component:default/late-${one}`,
        'consumesApi',
        'api:default/orders',
      );
    }
    const unbounded: string[] = [];
    const listen = ({ sql }: { sql: string }) => {
      if (sql.includes('unboundTransaction')) unbounded.push(sql);
    };
    // What is told of them is another's work, which need not end here.
    await bench.pipeline.stop();
    knex.on('query', listen);
    await createReconciler().reconcile();
    await createReconciler().reconcile();
    knex.off('query', listen);
    expect(await lastEvents(id)).toHaveLength(many);
    expect(unbounded).toHaveLength(1);
  });

  it('keeps a consumer that left, tells it no more, and takes it back silently', async () => {
    const id = await begin();
    const uses = [
      'component:default/mailer',
      'consumesApi',
      'api:default/orders',
    ] as const;
    bench.catalog.separate(...uses);
    await reconcile();
    expect(await consumers()).toEqual(['checkout', 'mailer left']);
    await bench.move(id, 'released', 'schema-change.released');
    await bench.settled();
    bench.catalog.relate(...uses);
    await reconcile();
    expect(await consumers()).toEqual(['checkout', 'mailer']);
    expect(await lastEvents(id)).toEqual([
      'consumer.left',
      'schema-change.released',
      'consumer.identified',
    ]);
    expect(await bench.told(id)).toEqual([
      'ben announced',
      'ben released',
      'bob announced',
      'bob released',
      'erin announced',
    ]);
  });

  it('completes what was partial', async () => {
    let answers = false;
    const id = await begin([
      {
        id: 'traffic',
        findConsumers: async () => {
          if (!answers) throw new Error('No answer');
          return [{ entityRef: 'component:default/seen', path: [] }];
        },
      },
    ]);
    const [partial] = await knex('schema_changes');
    expect(partial.audience_state).toBe('partial');
    expect(await bench.told(id)).toHaveLength(3);

    answers = true;
    bench.catalog.relate(
      'component:default/seen',
      'ownedBy',
      'user:default/carol',
    );
    await reconcile();
    const [complete] = await knex('schema_changes');
    expect(complete.audience_state).toBe('complete');
    expect(await consumers()).toEqual(['checkout', 'mailer', 'seen late']);
    expect(await lastEvents(id)).toEqual([
      'consumer.identified',
      'schema-change.updated',
    ]);
    expect(await bench.told(id)).toContain('carol announced');
  });

  it('tells a consumer’s people once there are some', async () => {
    bench = new PipelineBench(knex);
    bench.catalog.relate(
      'component:default/orphan',
      'consumesApi',
      'api:default/orders',
    );
    await bench.pipeline.start();
    const id = await bench.record();
    await bench.settled();
    expect(await consumers()).toContain('orphan unreachable');
    bench.catalog.relate(
      'component:default/orphan',
      'ownedBy',
      'user:default/carol',
    );
    await reconcile();
    expect(await consumers()).toContain('orphan');
    expect(await bench.told(id)).toContain('carol announced');
  });

  it('leaves resolved changes alone', async () => {
    const id = await begin();
    await bench.move(id, 'resolved', 'schema-change.resolved');
    bench.catalog.relate(
      'component:default/late',
      'consumesApi',
      'api:default/orders',
    );
    await reconcile();
    expect(await consumers()).toEqual(['checkout', 'mailer']);
  });

  it('brings the list up to date when a change is opened again', async () => {
    const id = await begin();
    await bench.move(id, 'resolved', 'schema-change.resolved');
    bench.catalog
      .relate('component:default/late', 'consumesApi', 'api:default/orders')
      .relate('component:default/late', 'ownedBy', 'user:default/carol');
    await bench.move(id, 'announced', 'schema-change.reopened');
    await bench.settled();
    expect(await consumers()).toEqual(['checkout', 'late late', 'mailer']);
    expect(await bench.told(id)).toEqual(
      expect.arrayContaining(['bob reopened', 'carol announced']),
    );
  });

  it('does not let one entity that fails keep the others', async () => {
    await begin();
    await bench.record({ entity_ref: 'resource:default/orders-db' });
    await bench.settled();
    bench.catalog.onRead = refs => {
      if (refs[0] === 'api:default/orders') throw new Error('Poison');
    };
    bench.catalog.relate(
      'component:default/late',
      'dependsOn',
      'resource:default/orders-db',
    );
    await reconcile();
    expect(await consumers()).toContain('late late unreachable');
  });

  it('goes on where a pass was cut short, and then begins again', async () => {
    await begin();
    await bench.record({ entity_ref: 'resource:default/orders-db' });
    await bench.settled();
    const reconciler = createReconciler();
    const cut = new AbortController();
    bench.catalog.onRead = ([first]) => {
      if (first === 'resource:default/orders-db') cut.abort();
    };
    await reconciler.reconcile(cut.signal);
    const begunWith = async () => {
      const read: string[] = [];
      bench.catalog.onRead = ([first]) => read.push(first);
      await reconciler.reconcile();
      return read[0];
    };
    expect(await begunWith()).toBe('resource:default/orders-db');
    expect(await begunWith()).toBe('api:default/orders');
  });
});
