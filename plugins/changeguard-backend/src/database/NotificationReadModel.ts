import { ChangeStatus } from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { PreparedStatements } from './PreparedStatements';
import { NotificationRow } from './tables';

/** A notification, and where its change stands now. */
export interface NotificationWithStatus extends NotificationRow {
  change_status: ChangeStatus;
}

/** Counts a person's unread notifications. */
export interface UnreadCounts {
  /** @param version - the person's, read in the same request and before anything is counted: with it a count never gets old. */
  count(recipient: string, version: string): Promise<number>;
}

/** Reads people's notifications. */
export class NotificationReadModel implements UnreadCounts {
  private readonly prepared: PreparedStatements;

  constructor(private readonly knex: Knex) {
    this.prepared = new PreparedStatements(knex);
  }

  /** The newest `limit` before a position. */
  async page(
    recipient: string,
    options: {
      unread: boolean | null;
      beforePosition: string | null;
      limit: number;
    },
  ): Promise<NotificationWithStatus[]> {
    const query = this.withStatus()
      .comment('NotificationReadModel.page')
      .where('n.recipient', recipient)
      .orderBy('n.position', 'desc')
      .limit(options.limit);
    if (options.unread === true) query.whereNull('n.read_at');
    if (options.unread === false) query.whereNotNull('n.read_at');
    if (options.beforePosition) {
      query.where('n.position', '<', options.beforePosition);
    }
    return query;
  }

  async find(
    recipient: string,
    id: string,
  ): Promise<NotificationWithStatus | undefined> {
    return this.withStatus()
      .comment('NotificationReadModel.find')
      .where('n.recipient', recipient)
      .where('n.id', id)
      .first();
  }

  /** Counts the changes to a person's notifications. */
  async version(recipient: string): Promise<string> {
    const rows = await this.prepared.rows<{ version: string }>(
      `/* NotificationReadModel.version */
       select version from notification_versions where recipient = ?`,
      [recipient],
    );
    return rows[0]?.version ?? '0';
  }

  async count(recipient: string): Promise<number> {
    const { rows } = await this.knex.raw<{ rows: { unread: number }[] }>(
      `/* NotificationReadModel.count */
       select count(*)::int as unread from notifications where recipient = ? and read_at is null`,
      [recipient],
    );
    return rows[0].unread;
  }

  private withStatus(): Knex.QueryBuilder<
    NotificationWithStatus,
    NotificationWithStatus[]
  > {
    return this.knex('notifications as n')
      .join('schema_changes as c', 'c.id', 'n.change_id')
      .select('n.*', 'c.status as change_status');
  }
}
