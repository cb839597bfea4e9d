import { parseEvent } from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import {
  createTestDatabase,
  PipelineBench,
} from '../__testUtils__/PipelineBench';
import { systemClock } from '../ports/Clock';
import { randomIds } from '../ports/Ids';
import { OutboxEventWriter } from './OutboxEventWriter';
import { SchemaChangeRow } from './tables';

jest.setTimeout(60_000);

describe('OutboxEventWriter', () => {
  let knex: Knex;
  let bench: PipelineBench;
  let subscribers = ['audience', 'audit'];
  const woken = jest.fn();
  const writer = new OutboxEventWriter({
    clock: systemClock,
    ids: randomIds,
    requiredSubscribers: () => subscribers,
    wakeRelay: woken,
  });

  beforeAll(async () => {
    knex = await createTestDatabase();
    bench = new PipelineBench(knex);
  });

  const write = async (id: string) => {
    await bench.unitOfWork.run(async tx => {
      const change = await tx('schema_changes')
        .where({ id })
        .first<SchemaChangeRow>();
      await writer.write(tx, {
        type: 'schema-change.updated',
        actor: { type: 'user', ref: 'user:default/alice' },
        origin: {
          requestId: 'request-1',
          address: '192.0.2.1',
          userAgent: 'a browser',
          traceparent: null,
          kind: 'http',
          via: null,
        },
        change,
        ownerRefs: ['group:default/orders-team'],
        data: {
          before: { title: 'Old' },
          after: { title: 'New' },
          reason: null,
        },
      });
    });
  };

  it('counts the events of a change without gaps, however many are written at once', async () => {
    const id = await bench.record();
    await Promise.all(Array.from({ length: 20 }, () => write(id)));
    const rows = await knex('outbox')
      .where({ aggregateid: id })
      .orderBy('position');
    expect(rows.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 21 }, (_, n) => n + 1),
    );
    const [{ sequence }] = await knex('schema_changes').where({ id });
    expect(sequence).toBe(21);
  });

  it('freezes who must handle an event, and publishes no address', async () => {
    const id = await bench.record();
    await write(id);
    subscribers = ['audience', 'audit', 'email'];
    await write(id);
    const [, first, second] = await knex('outbox')
      .where({ aggregateid: id })
      .orderBy('sequence');
    expect(first.required_subscribers).toEqual(['audience', 'audit']);
    expect(second.required_subscribers).toEqual(['audience', 'audit', 'email']);
    expect(first).toMatchObject({
      address: '192.0.2.1',
      user_agent: 'a browser',
    });
    expect(first.payload).not.toContain('192.0.2.1');
    expect(first.payload).not.toContain('a browser');
    expect(parseEvent(JSON.parse(first.payload))).toMatchObject({
      id: first.id,
      subject: id,
      sequence: 2,
      data: { requestId: 'request-1', before: { title: 'Old' } },
    });
  });

  it('leaves nothing of a transaction that is rolled back, and wakes nobody', async () => {
    const id = await bench.record();
    woken.mockClear();
    await expect(
      bench.unitOfWork.run(async tx => {
        const change = await tx('schema_changes')
          .where({ id })
          .first<SchemaChangeRow>();
        await writer.write(tx, {
          type: 'schema-change.updated',
          actor: { type: 'system', ref: 'system:test' },
          origin: {
            requestId: null,
            address: null,
            userAgent: null,
            traceparent: null,
            kind: 'http',
            via: null,
          },
          change,
          ownerRefs: [],
          data: { before: null, after: null, reason: null },
        });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await knex('outbox').where({ aggregateid: id })).toHaveLength(1);
    expect(woken).not.toHaveBeenCalled();
    await write(id);
    expect(woken).toHaveBeenCalledTimes(1);
  });
});
