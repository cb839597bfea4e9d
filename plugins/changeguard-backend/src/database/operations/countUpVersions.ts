import { Transaction } from '../UnitOfWork';

/**
 * Counts up the versions of people whose notifications went away, so that a cached unread count is found no more. Locked in one order:
 * whoever tells the same people meanwhile takes these rows in that order, too.
 */
export async function countUpVersions(
  tx: Transaction,
  recipients: readonly string[],
): Promise<void> {
  if (recipients.length === 0) return;
  await tx.raw(
    `/* countUpVersions */
     update notification_versions set version = version + 1 where recipient in (
       select recipient from notification_versions where recipient = any(?::text[])
       order by recipient for update
     )`,
    [[...new Set(recipients)]],
  );
}
