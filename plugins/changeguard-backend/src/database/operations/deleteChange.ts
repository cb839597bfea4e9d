import { Transaction } from '../UnitOfWork';
import { countUpVersions } from './countUpVersions';

/**
 * Deletes a change with all that belongs to it. Its notifications go first, because the database would take them along without counting
 * up the versions of whose they were, and their unread counts would stay wrong.
 */
export async function deleteChange(
  tx: Transaction,
  changeId: string,
): Promise<void> {
  // Waits for whoever is just writing notifications about it, and keeps others from beginning.
  await tx.raw(
    '/* deleteChange.lock */ select 1 from schema_changes where id = ? for update',
    [changeId],
  );
  const { rows } = await tx.raw<{ rows: { recipient: string }[] }>(
    '/* deleteChange.notifications */ delete from notifications where change_id = ? returning recipient',
    [changeId],
  );
  await countUpVersions(
    tx,
    rows.map(({ recipient }) => recipient),
  );
  await tx.raw('/* deleteChange */ delete from schema_changes where id = ?', [
    changeId,
  ]);
}
