import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { claimMessages } from './claimMessages';
import { deleteExpiredMessages } from './deleteExpiredMessages';
import { insertMessages } from './insertMessages';
import { settleMessages } from './settleMessages';

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
const subscription = 'changeguard-audit';

describe('the queue of a subscription', () => {
  let knex: Knex;

  beforeAll(async () => {
    if (!databases.supports('POSTGRES_18')) {
      throw new Error(
        'Set BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING to a PostgreSQL 18 server',
      );
    }
    knex = await databases.init('POSTGRES_18');
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@changeguard/backstage-plugin-changeguard-backend',
        'migrations',
      ),
    });
  }, 60_000);

  beforeEach(() => knex('transport_messages').truncate());

  async function insert(orderingKeys: string[]): Promise<string[]> {
    const messages = orderingKeys.map(orderingKey => ({
      id: randomUUID(),
      orderingKey,
      data: '{}',
      attributes: {},
    }));
    await insertMessages(knex, messages, [subscription]);
    return messages.map(({ id }) => id);
  }

  const claim = (options: Partial<Parameters<typeof claimMessages>[1]> = {}) =>
    claimMessages(knex, {
      subscription,
      after: '',
      limit: 10,
      leaseMs: 30_000,
      token: randomUUID(),
      ...options,
    });
  const idsOf = (messages: { event_id: string }[]) =>
    messages.map(message => message.event_id).sort();

  it('hands out the oldest message of each key, and the next one when that is done', async () => {
    const [a1, a2, b1] = await insert(['a', 'a', 'b']);
    const first = await claim();
    expect(idsOf(first.messages)).toEqual([a1, b1].sort());
    expect((await claim()).messages).toEqual([]);

    await settleMessages(
      knex,
      subscription,
      first.messages.map(message => ({
        position: message.position,
        leaseToken: message.lease_token,
        retryInMs: null,
      })),
    );
    expect(idsOf((await claim()).messages)).toEqual([a2]);
  });

  it('hands out different messages to replicas that ask at the same time', async () => {
    const ids = await insert(Array.from({ length: 40 }, (_, n) => `key-${n}`));
    const claims = await Promise.all(
      Array.from({ length: 4 }, () => claim({ limit: 40 })),
    );
    expect(idsOf(claims.flatMap(({ messages }) => messages))).toEqual(
      ids.sort(),
    );
  });

  it('walks over all keys in as many looks as it takes', async () => {
    const ids = await insert(Array.from({ length: 95 }, (_, n) => `key-${n}`));
    await claim({ limit: 40 });
    const found: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const { messages, lookedUntil } = await claim({ after, limit: 1 });
      found.push(...idsOf(messages));
      after = lookedUntil;
    }
    expect(found).toHaveLength(55);
    expect(ids).toEqual(expect.arrayContaining(found));
  });

  it('refuses the settlement of a lease that ended, once somebody else has the message', async () => {
    const [id] = await insert(['a']);
    const [zombie] = (await claim({ leaseMs: 0 })).messages;
    const [owner] = (await claim()).messages;
    expect(owner).toMatchObject({ event_id: id, attempts: 2 });

    const settle = (leaseToken: string, retryInMs: number | null) =>
      settleMessages(knex, subscription, [
        { position: owner.position, leaseToken, retryInMs },
      ]);
    await settle(zombie.lease_token, null);
    await settle(zombie.lease_token, 0);
    expect((await claim()).messages).toEqual([]);
    expect(await knex('transport_messages').first('lease_token')).toEqual({
      lease_token: owner.lease_token,
    });
    await settle(owner.lease_token, null);
    expect(await knex('transport_messages')).toEqual([]);
  });

  it('keeps a message back until its delay is over, and its key with it', async () => {
    await insert(['a', 'a']);
    const [message] = (await claim()).messages;
    const settled = {
      position: message.position,
      leaseToken: message.lease_token,
    };
    await settleMessages(knex, subscription, [
      { ...settled, retryInMs: 60_000 },
    ]);
    expect((await claim()).messages).toEqual([]);
    await knex('transport_messages').update({ available_at: knex.fn.now() });
    expect(idsOf((await claim()).messages)).toEqual([message.event_id]);
  });

  it('forgets what nobody took for days', async () => {
    const [, young] = await insert(['old', 'young']);
    await knex('transport_messages')
      .where({ ordering_key: 'old' })
      .update({ created_at: knex.raw(`now() - interval '8 days'`) });
    await deleteExpiredMessages(knex, 7);
    expect(await knex('transport_messages').pluck('event_id')).toEqual([young]);
  });
});
