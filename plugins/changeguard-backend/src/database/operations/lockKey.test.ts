import { defaultPreferences } from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { createTestDatabase } from '../../__testUtils__/PipelineBench';
import { waitUntil } from '../../__testUtils__/waitUntil';
import { PreferencesStore } from '../PreferencesStore';
import { SubscriptionStore } from '../SubscriptionStore';
import { Transaction } from '../UnitOfWork';

jest.setTimeout(60_000);

describe('lockKey', () => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createTestDatabase();
  });

  /** What the second of two first writers finds, who looks while the first has written and not committed. */
  async function foundBySecond<T>(
    lock: (tx: Transaction) => Promise<T>,
    write: (tx: Transaction) => Promise<void>,
  ): Promise<T> {
    const first = await knex.transaction();
    await lock(first);
    const second = knex.transaction(lock);
    await waitUntil('the second waits', async () => {
      const { rows } = await knex.raw(
        `select from pg_locks join pg_database d on d.oid = database
         where datname = current_database() and locktype = 'advisory' and not granted`,
      );
      return rows.length === 1;
    });
    await write(first);
    await first.commit();
    return second;
  }

  it('lets the second of two who choose for the first time see what the first chose', async () => {
    const store = new PreferencesStore(knex);
    const chosen = { ...defaultPreferences, email: false };
    const found = await foundBySecond(
      tx => store.lock(tx, 'user:default/alice'),
      tx => store.set(tx, 'user:default/alice', chosen, new Date(0)),
    );
    expect(found).toEqual(chosen);
  });

  it('lets the second of two who follow something for the first time see what the first did', async () => {
    const store = new SubscriptionStore(knex);
    const user_ref = 'user:default/alice';
    const entity_ref = 'api:default/orders';
    const found = await foundBySecond(
      tx => store.lock(tx, user_ref, entity_ref),
      tx => store.set(tx, { user_ref, entity_ref, mode: 'mute' }),
    );
    expect(found).toBe('mute');
  });

  it('makes nobody wait for another key', async () => {
    const store = new SubscriptionStore(knex);
    const first = await knex.transaction();
    await store.lock(first, 'user:default/alice', 'api:default/orders');
    const other = await knex.transaction(tx =>
      store.lock(tx, 'user:default/bob', 'api:default/orders'),
    );
    expect(other).toBeNull();
    await first.rollback();
  });
});
