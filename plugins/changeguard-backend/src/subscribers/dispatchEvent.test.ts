import { mockServices } from '@backstage/backend-test-utils';
import { ChangeGuardEvent } from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { createTestDatabase } from '../__testUtils__/PipelineBench';
import { noTelemetry } from '../__testUtils__/noTelemetry';
import { sampleEvent } from '../__testUtils__/sampleEvent';
import { FailureStore } from '../database/FailureStore';
import { InboxStore } from '../database/InboxStore';
import { KnexUnitOfWork } from '../database/KnexUnitOfWork';
import { Transaction } from '../database/UnitOfWork';
import { randomIds } from '../ports/Ids';
import { dispatchEvent } from './dispatchEvent';
import {
  DirectSubscriber,
  EventSubscriber,
  PreparingSubscriber,
} from './EventSubscriber';
import { PluginSubscriber } from './PluginSubscriber';

jest.setTimeout(60_000);

describe('dispatchEvent', () => {
  let knex: Knex;
  const logger = mockServices.logger.mock();

  const dispatch = <T>(
    subscriber: EventSubscriber<T>,
    event: ChangeGuardEvent | string,
    signal = new AbortController().signal,
  ) =>
    dispatchEvent(
      {
        unitOfWork: new KnexUnitOfWork(knex),
        inbox: new InboxStore(knex),
        failures: new FailureStore(knex),
        ...noTelemetry(),
        logger,
      },
      subscriber,
      {
        id: typeof event === 'string' ? randomIds.next() : event.id,
        orderingKey: 'a-change',
        data: typeof event === 'string' ? event : JSON.stringify(event),
        attributes: { type: 'some.type' },
        attempt: 1,
      },
      { signal },
    );
  /** Counts its effects in a table, as a real subscriber does. */
  const counting = (
    rest: Partial<PreparingSubscriber<string>> = {},
  ): PreparingSubscriber<string> => ({
    id: 'counting',
    types: ['schema-change.updated'],
    prepare: async event => `prepared ${event.id}`,
    apply: async (tx: Transaction, _event, prepared) => {
      await tx('effects').insert({ what: prepared });
    },
    ...rest,
  });
  const effects = async () => (await knex('effects')).length;
  const remembered = async () => (await knex('inbox')).length;

  beforeAll(async () => {
    knex = await createTestDatabase();
    await knex.schema.createTable('effects', table => table.text('what'));
  });

  beforeEach(async () => {
    await knex('effects').delete();
    await knex('inbox').delete();
    jest.clearAllMocks();
  });

  it('applies an event once, however often it is delivered', async () => {
    const event = sampleEvent('schema-change.updated');
    const committed = jest.fn();
    const subscriber = counting({ committed });
    expect(await dispatch(subscriber, event)).toBe('ack');
    expect(await dispatch(subscriber, event)).toBe('ack');
    expect(await effects()).toBe(1);
    expect(committed).toHaveBeenCalledTimes(1);
  });

  it('gives what was prepared, and nothing where nothing was', async () => {
    const event = sampleEvent('schema-change.updated');
    const { id, types } = counting();
    const given: unknown[] = [];
    const apply = async (
      _tx: Transaction,
      _event: unknown,
      prepared: unknown,
    ) => {
      given.push(prepared);
    };
    const direct: DirectSubscriber = { id: 'direct', types, apply };
    await dispatch(counting({ apply }), event);
    await dispatch(direct, event);
    expect(given).toEqual([`prepared ${event.id}`, undefined]);
    // @ts-expect-error One that applies what it did not prepare.
    const unprepared: EventSubscriber<string> = {
      ...{ id, types },
      apply: async (_tx, _event, prepared: string) => {
        given.push(prepared.length);
      },
    };
    expect(unprepared.prepare).toBeUndefined();
  });

  it('applies an event once when two deliveries run at the same time', async () => {
    const event = sampleEvent('schema-change.updated');
    let waiting = 0;
    let release = () => {};
    const both = new Promise<void>(resolve => {
      release = resolve;
    });
    const subscriber = counting({
      prepare: async () => {
        if (++waiting === 2) release();
        await both;
        return 'prepared twice';
      },
    });
    expect(
      await Promise.all([
        dispatch(subscriber, event),
        dispatch(subscriber, event),
      ]),
    ).toEqual(['ack', 'ack']);
    expect(await effects()).toBe(1);
  });

  it('keeps the inboxes of subscribers apart', async () => {
    const event = sampleEvent('schema-change.updated');
    await dispatch(counting(), event);
    await dispatch(counting({ id: 'another' }), event);
    expect(await effects()).toBe(2);
  });

  it('brings back an event whose effects failed, with none of them', async () => {
    const event = sampleEvent('schema-change.updated');
    const failing = counting({
      apply: async (tx, _event, prepared) => {
        await tx('effects').insert({ what: prepared });
        throw new Error('Half-way');
      },
    });
    expect(await dispatch(failing, event)).toBe('retry');
    expect(await effects()).toBe(0);
    expect(await remembered()).toBe(0);
    expect(await dispatch(counting(), event)).toBe('ack');
    expect(await effects()).toBe(1);
  });

  it('does not begin what can no longer end in time', async () => {
    const deadline = new AbortController();
    const slow = counting({
      prepare: async () => {
        deadline.abort();
        return 'too late';
      },
    });
    const event = sampleEvent('schema-change.updated');
    expect(await dispatch(slow, event, deadline.signal)).toBe('retry');
    expect(await effects()).toBe(0);
  });

  it('remembers events that a subscriber does not want, so that they can finish', async () => {
    expect(
      await dispatch(counting(), sampleEvent('schema-change.deleted')),
    ).toBe('ack');
    expect(await effects()).toBe(0);
    expect(await remembered()).toBe(1);
  });

  it.each([
    ['no JSON', '{'],
    ['no event', '{"hello":"world"}'],
    [
      'an event of a newer release',
      JSON.stringify({
        ...sampleEvent('schema-change.updated'),
        type: 'schema-change.teleported',
      }),
    ],
  ])('lets %s pass without remembering it, and says why', async (_, data) => {
    expect(await dispatch(counting(), data)).toBe('ack');
    expect(await remembered()).toBe(0);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('not understood by the subscriber counting'),
      expect.any(Error),
    );
  });

  it('remembers what another plugin’s subscriber handled, and only that', async () => {
    const event = sampleEvent('schema-change.updated');
    const handle = jest
      .fn<Promise<void>, [ChangeGuardEvent]>()
      .mockRejectedValueOnce(new Error('Not now'))
      .mockResolvedValue();
    const subscriber = new PluginSubscriber({ id: 'theirs', handle });
    expect(await dispatch(subscriber, event)).toBe('retry');
    expect(await dispatch(subscriber, event)).toBe('ack');
    expect(await dispatch(subscriber, event)).toBe('ack');
    expect(handle).toHaveBeenCalledTimes(2);
  });
});
