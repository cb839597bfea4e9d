import { Preferences } from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { lockKey } from './operations/lockKey';
import { PreferencesRow } from './tables';
import { Transaction } from './UnitOfWork';

/** Keeps what people chose; who chose nothing has no row. */
export class PreferencesStore {
  constructor(private readonly knex: Knex) {}

  async find(userRef: string): Promise<Preferences | undefined> {
    const row = await this.knex('preferences')
      .comment('PreferencesStore.find')
      .where({ user_ref: userRef })
      .first<PreferencesRow | undefined>();
    return row?.preferences;
  }

  /** What somebody chose, or that they chose nothing, locked until the transaction ends. */
  async lock(
    tx: Transaction,
    userRef: string,
  ): Promise<Preferences | undefined> {
    await lockKey(tx, 'preferences', userRef);
    const row = await tx('preferences')
      .comment('PreferencesStore.lock')
      .where({ user_ref: userRef })
      .forUpdate()
      .first<PreferencesRow | undefined>();
    return row?.preferences;
  }

  async set(
    tx: Transaction,
    userRef: string,
    preferences: Preferences,
    updatedAt: Date,
  ): Promise<void> {
    await tx('preferences')
      .comment('PreferencesStore.set')
      .insert({
        user_ref: userRef,
        preferences: JSON.stringify(preferences),
        updated_at: updatedAt,
      })
      .onConflict('user_ref')
      .merge();
  }
}
