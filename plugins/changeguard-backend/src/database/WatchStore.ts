import { Knex } from 'knex';
import { WatchedEntityRow } from './detectionTables';
import { Transaction } from './UnitOfWork';

/** What was last seen of an entity in the catalog. */
export type Sight = Pick<WatchedEntityRow, 'etag' | 'hash' | 'problem'>;

/** Remembers what the catalog last had of each watched entity. */
export class WatchStore {
  constructor(private readonly knex: Knex) {}

  /** Holds the entity until the transaction ends: whatever is detected about it happens one after the other. */
  async lock(tx: Transaction, entityRef: string): Promise<void> {
    await tx.raw(
      `/* WatchStore.lock */
       insert into watched_entities as w (entity_ref) values (?)
       on conflict (entity_ref) do update set entity_ref = w.entity_ref`,
      [entityRef],
    );
  }

  /** In a transaction, or by itself without one. */
  async remember(
    tx: Transaction | null,
    entityRef: string,
    sight: Sight,
  ): Promise<void> {
    await (tx ?? this.knex)<WatchedEntityRow>('watched_entities')
      .comment('WatchStore.remember')
      .insert({ entity_ref: entityRef, ...sight, seen_at: new Date() })
      .onConflict('entity_ref')
      .merge();
  }

  async find(entityRef: string): Promise<WatchedEntityRow | undefined> {
    return this.knex<WatchedEntityRow>('watched_entities')
      .comment('WatchStore.find')
      .where({ entity_ref: entityRef })
      .first();
  }

  /** What is known of these entities, by ref. */
  async sights(
    entityRefs: readonly string[],
  ): Promise<Map<string, WatchedEntityRow>> {
    const rows = await this.knex<WatchedEntityRow>('watched_entities')
      .comment('WatchStore.sights')
      .whereRaw('entity_ref = any(?::text[])', [[...entityRefs]]);
    return new Map(rows.map(row => [row.entity_ref, row]));
  }
}
