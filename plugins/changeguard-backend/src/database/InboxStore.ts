import { Knex } from 'knex';

/** Remembers which events each subscriber has handled. */
export class InboxStore {
  constructor(private readonly knex: Knex) {}

  /** Whether a subscriber has handled an event; a no may be outdated when it arrives, so `take` decides. */
  async has(subscriber: string, eventId: string): Promise<boolean> {
    const row = await this.knex('inbox')
      .where({ event_id: eventId, subscriber })
      .first('event_id');
    return row !== undefined;
  }

  /** Remembers an event that a subscriber has nothing to do with. */
  async skip(subscriber: string, eventId: string): Promise<void> {
    await this.take(this.knex, subscriber, eventId);
  }

  /**
   * Takes the event for a subscriber; false when it was taken before. Of two transactions that take one event at the same
   * time, the second waits until the first has committed.
   */
  async take(tx: Knex, subscriber: string, eventId: string): Promise<boolean> {
    const { rowCount } = await tx.raw<{ rowCount: number }>(
      `/* InboxStore.take */
       insert into inbox (subscriber, event_id) values (?, ?) on conflict do nothing`,
      [subscriber, eventId],
    );
    return rowCount === 1;
  }
}
