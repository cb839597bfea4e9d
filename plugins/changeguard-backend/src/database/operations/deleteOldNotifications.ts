import { Transaction } from '../UnitOfWork';

/** Deletes at most `limit` notifications older than `ageMs`, counts up the versions of whose they were, and answers how many. */
export async function deleteOldNotifications(
  tx: Transaction,
  ageMs: number,
  limit: number,
): Promise<number> {
  const { rows } = await tx.raw<{ rows: { recipient: string }[] }>(
    `/* deleteOldNotifications */
     delete from notifications where id in (
       select id from notifications
       where created_at < clock_timestamp() - :ageMs * interval '1 millisecond'
       order by created_at limit :limit
       for update skip locked
     ) returning recipient`,
    { ageMs, limit },
  );
  const recipients = [...new Set(rows.map(({ recipient }) => recipient))];
  // Locked in one order: whoever tells the same people meanwhile takes these rows in that order, too.
  await tx.raw(
    `/* deleteOldNotifications.bumpVersions */
     update notification_versions set version = version + 1 where recipient in (
       select recipient from notification_versions where recipient = any(?::text[])
       order by recipient for update
     )`,
    [recipients],
  );
  return rows.length;
}
