import { Transaction } from './UnitOfWork';

/** Marks notifications read, and counts that up, so that a cached count is found no more. */
export class NotificationStore {
  /** @returns how many of them were unread until now. */
  async markRead(
    tx: Transaction,
    recipient: string,
    which: { id: string } | 'all',
    readAt: Date,
  ): Promise<number> {
    const query = tx('notifications')
      .comment('NotificationStore.markRead')
      .where({ recipient })
      .whereNull('read_at');
    if (which !== 'all') query.where({ id: which.id });
    const marked = await query.update({ read_at: readAt });
    if (marked) {
      await tx('notification_versions')
        .comment('NotificationStore.countUp')
        .insert({ recipient, version: 1 })
        .onConflict('recipient')
        .merge({ version: tx.raw('notification_versions.version + 1') });
    }
    return marked;
  }
}
