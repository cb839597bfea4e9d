import { Transaction } from '../UnitOfWork';
import { countUpVersions } from './countUpVersions';

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
  await countUpVersions(
    tx,
    rows.map(({ recipient }) => recipient),
  );
  return rows.length;
}
