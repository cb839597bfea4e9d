import { Knex } from 'knex';

/**
 * Deletes what no subscriber took for `retentionDays`, such as the messages of a subscription that was removed. The
 * reconciler publishes again what a required subscriber still lacks.
 */
export async function deleteExpiredMessages(
  knex: Knex,
  retentionDays: number,
): Promise<void> {
  await knex.raw(
    `/* deleteExpiredMessages */
    delete from transport_messages
    where created_at < now() - :retentionDays * interval '1 day'`,
    { retentionDays },
  );
}
