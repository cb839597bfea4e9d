import { createBackendModule } from '@backstage/backend-plugin-api';
import { SignalPayload } from '@backstage/plugin-signals-node';
import { DELIVERIES_SIGNAL_CHANNEL } from '@changeguard/backstage-plugin-changeguard-common';
import { changeGuardSubscribersExtensionPoint } from '@changeguard/backstage-plugin-changeguard-node';
import { Knex } from 'knex';
import { ApiBench } from '../../__testUtils__/ApiBench';
import { createTestDatabase } from '../../__testUtils__/PipelineBench';
import { waitUntil } from '../../__testUtils__/waitUntil';

jest.setTimeout(60_000);

describe('an event that a subscriber keeps failing on', () => {
  let knex: Knex;
  let api: ApiBench;
  let poison: string | undefined;
  const signals: SignalPayload[] = [];
  const handled: string[] = [];

  /** A plugin that cannot bear one event. */
  const delicate = createBackendModule({
    pluginId: 'changeguard',
    moduleId: 'delicate',
    register(env) {
      env.registerInit({
        deps: { subscribers: changeGuardSubscribersExtensionPoint },
        async init({ subscribers }) {
          subscribers.addSubscriber({
            id: 'delicate',
            handle: async event => {
              poison ??= event.id;
              if (event.id === poison) throw new Error('Bitter');
              handled.push(event.type);
            },
          });
        },
      });
    },
  });
  const failing = async (query = '') =>
    (await api.call('pat', 'get', `/deliveries/events?${query}`)).body;
  const skip = (body: object, id = poison) =>
    api.call('pat', 'post', `/deliveries/events/${id}/skip`, body);
  const remove = { subscriber: 'delicate', reason: 'Known bug, fixed by hand' };

  beforeAll(async () => {
    knex = await createTestDatabase();
    api = await ApiBench.start(knex, { features: [delicate], signals });
    await api.call('alice', 'post', '/schema-changes', {
      entityRef: 'api:default/orders',
      title: 'A bitter change',
    });
    await waitUntil('it has failed', async () =>
      Boolean((await failing()).items.length),
    );
  });

  afterAll(async () => {
    await api?.stop();
  });

  it('is shown with its subscriber and why', async () => {
    const { items, nextCursor } = await failing();
    expect(nextCursor).toBeNull();
    expect(items).toEqual([
      expect.objectContaining({
        eventId: poison,
        eventType: 'schema-change.announced',
        changeTitle: 'A bitter change',
        subscriber: 'delicate',
        lastError: 'Bitter',
        lastFailedAt: expect.any(String),
        nextAttemptAt: null,
      }),
    ]);
  });

  it('is told to who looks, when it fails again', async () => {
    await failing();
    signals.length = 0;
    const told = () =>
      signals.find(({ channel }) => channel === DELIVERIES_SIGNAL_CHANNEL);
    await waitUntil('a signal was sent', () => Boolean(told()));
    expect(told()).toMatchObject({
      recipients: { type: 'user', entityRef: ['user:default/pat'] },
    });
  });

  it('is shown beside those that cannot be published, page by page', async () => {
    const { aggregateid } = await knex('outbox').where({ id: poison }).first();
    const [{ id }] = await knex('outbox')
      .insert({
        id: knex.raw('gen_random_uuid()'),
        aggregatetype: 'schema-change',
        aggregateid,
        type: 'comment.added',
        payload: '{}',
        sequence: 100,
        required_subscribers: [],
        next_attempt_at: knex.raw(`now() + interval '1 hour'`),
        attempts: 3,
        last_error: 'Too large',
      })
      .returning('id');
    const first = await failing('limit=1');
    expect(first.items).toEqual([
      expect.objectContaining({
        eventId: id,
        subscriber: null,
        attempts: 3,
        lastError: 'Too large',
        nextAttemptAt: expect.any(String),
      }),
    ]);
    const second = await failing(`limit=1&cursor=${first.nextCursor}`);
    expect(second.items).toMatchObject([{ eventId: poison }]);
    await knex('outbox').where({ id }).delete();
  });

  it('is not skipped without a reason, for the audit trail, or when nobody fails on it', async () => {
    expect((await skip({ subscriber: 'delicate' })).status).toBe(400);
    const audit = await skip({ ...remove, subscriber: 'audit' });
    expect(audit.status).toBe(409);
    expect((await skip({ ...remove, subscriber: 'nobody' })).status).toBe(404);
  });

  it('once skipped lets the later events of its change through, and is recorded', async () => {
    expect((await skip(remove)).status).toBe(204);
    expect((await skip(remove)).status).toBe(204);
    await knex('transport_messages').update({ available_at: knex.fn.now() });
    await api.settled();
    expect(handled).toEqual(['audience.snapshotted']);
    expect(await failing()).toEqual({ items: [], nextCursor: null });
    const records = await knex('audit_records').where({
      action: 'event.skipped',
    });
    expect(records).toMatchObject([
      {
        actor: 'user:default/pat',
        entity_ref: 'api:default/orders',
        reason: remove.reason,
        after: { event: poison, subscriber: 'delicate' },
      },
    ]);
  });
});
