import { SubscriptionMode } from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { lockKey } from './operations/lockKey';
import { SubscriptionRow } from './tables';
import { Transaction } from './UnitOfWork';

/** Keeps who follows and who mutes an entity. */
export class SubscriptionStore {
  constructor(private readonly knex: Knex) {}

  async find(
    userRef: string,
    entityRef: string,
  ): Promise<SubscriptionMode | null> {
    const row = await this.knex('subscriptions')
      .comment('SubscriptionStore.find')
      .where({ user_ref: userRef, entity_ref: entityRef })
      .first<SubscriptionRow | undefined>();
    return row?.mode ?? null;
  }

  /** Everybody who follows or mutes an entity. */
  async ofEntity(
    entityRef: string,
  ): Promise<Pick<SubscriptionRow, 'user_ref' | 'mode'>[]> {
    return this.knex<SubscriptionRow>('subscriptions')
      .comment('SubscriptionStore.ofEntity')
      .where({ entity_ref: entityRef })
      .select('user_ref', 'mode');
  }

  /** Whether somebody follows or mutes an entity, or does neither, locked until the transaction ends. */
  async lock(
    tx: Transaction,
    userRef: string,
    entityRef: string,
  ): Promise<SubscriptionMode | null> {
    await lockKey(tx, 'subscriptions', userRef, entityRef);
    const row = await tx('subscriptions')
      .comment('SubscriptionStore.lock')
      .where({ user_ref: userRef, entity_ref: entityRef })
      .forUpdate()
      .first<SubscriptionRow | undefined>();
    return row?.mode ?? null;
  }

  async set(
    tx: Transaction,
    subscription: Pick<SubscriptionRow, 'user_ref' | 'entity_ref' | 'mode'>,
  ): Promise<void> {
    await tx('subscriptions')
      .comment('SubscriptionStore.set')
      .insert(subscription)
      .onConflict(['user_ref', 'entity_ref'])
      .merge(['mode']);
  }

  /** Answers what it was; null when there was nothing to delete. */
  async delete(
    tx: Transaction,
    userRef: string,
    entityRef: string,
  ): Promise<SubscriptionMode | null> {
    const [row] = await tx<SubscriptionRow>('subscriptions')
      .comment('SubscriptionStore.delete')
      .where({ user_ref: userRef, entity_ref: entityRef })
      .delete('mode');
    return row?.mode ?? null;
  }
}
