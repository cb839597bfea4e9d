import {
  DeliveryState,
  deliveryStates,
  ListDeliveriesQuery,
  NotificationType,
} from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { joined, sql, SqlFragment } from './SqlFragment';
import { DeliveryRow } from './tables';

/** Which deliveries of all. */
export type DeliveryFilter = Omit<ListDeliveriesQuery, 'limit' | 'cursor'>;

/** Where a page of deliveries ended; `at` to the microsecond. */
export interface DeliveryKeyset {
  at: string;
  id: string;
}

/** A delivery, and what it tells. */
export type DeliveryDetail = Pick<
  DeliveryRow,
  | 'id'
  | 'event_id'
  | 'change_id'
  | 'channel'
  | 'recipient'
  | 'reason'
  | 'standing'
  | 'attempts'
  | 'last_error'
  | 'next_attempt_at'
  | 'created_at'
  | 'settled_at'
> & { event_type: NotificationType; created_at_exact: string };

/** What a channel has in hand. */
export interface ChannelBacklog
  extends Record<Exclude<DeliveryState, 'delivered'>, number> {
  channel: string;
  oldest_due_at: Date | null;
  /** Milliseconds since then. */
  overdue_ms: number | null;
}

const columns = `d.id, d.event_id, d.change_id, d.channel, d.recipient, d.reason, d.standing, d.attempts, d.last_error,
  d.next_attempt_at, d.created_at, d.settled_at, d.created_at::text as created_at_exact,
  (select m.message->>'type' from channel_messages m where m.event_id = d.event_id and m.channel = d.channel) as event_type`;

/** There are few channels among many deliveries: each is found by one step along the index. */
const allChannels = `
  with recursive stepped(channel) as (
    (select channel from deliveries order by channel limit 1)
    union all
    select (select d.channel from deliveries d where d.channel > s.channel order by d.channel limit 1)
    from stepped s where s.channel is not null
  ), channels as (select channel from stepped where channel is not null)`;

function filterOf(filter: DeliveryFilter): SqlFragment[] {
  const conditions: SqlFragment[] = [];
  if (filter.eventId) conditions.push(sql('d.event_id = ?', filter.eventId));
  if (filter.changeId) conditions.push(sql('d.change_id = ?', filter.changeId));
  if (filter.recipient) {
    conditions.push(sql('d.recipient = ?', filter.recipient));
  }
  return conditions;
}

/** Reads deliveries for those who operate them. */
export class DeliveryReadModel {
  constructor(private readonly knex: Knex) {}

  /** The newest `limit` before a keyset. */
  async page(
    filter: DeliveryFilter,
    before: DeliveryKeyset | null,
    limit: number,
  ): Promise<DeliveryDetail[]> {
    const older = before
      ? [
          sql(
            '(d.created_at, d.id) < (?::timestamptz, ?::uuid)',
            before.at,
            before.id,
          ),
        ]
      : [];
    const narrow = filterOf(filter);
    const { text, values } = narrow.length
      ? this.within([...narrow, ...older], filter)
      : this.byChannel(older, filter, limit);
    const { rows } = await this.knex.raw<{ rows: DeliveryDetail[] }>(
      `/* DeliveryReadModel.page */
       ${text} order by d.created_at desc, d.id desc limit ?`,
      [...values, limit] as Knex.RawBinding[],
    );
    return rows;
  }

  async find(
    id: string,
    db: Knex = this.knex,
  ): Promise<DeliveryDetail | undefined> {
    const { rows } = await db.raw<{ rows: DeliveryDetail[] }>(
      `/* DeliveryReadModel.find */ select ${columns} from deliveries d where d.id = ?`,
      [id],
    );
    return rows[0];
  }

  /** What is unfinished, by channel; channels with nothing unfinished are named, too. */
  async backlog(): Promise<ChannelBacklog[]> {
    const { rows } = await this.knex.raw<{ rows: ChannelBacklog[] }>(
      `/* DeliveryReadModel.backlog */
       ${allChannels}
       select c.channel,
         ${(['pending', 'retrying', 'dead', 'undeliverable'] as const)
           .map(
             standing =>
               `(select count(*)::int from deliveries d where d.channel = c.channel and d.standing = '${standing}') as ${standing}`,
           )
           .join(', ')},
         due.oldest_due_at,
         extract(epoch from clock_timestamp() - due.oldest_due_at)::float8 * 1000 as overdue_ms
       from channels c
       cross join lateral (
         select min(d.next_attempt_at) as oldest_due_at from deliveries d
         where d.channel = c.channel and d.state = 'pending' and d.next_attempt_at <= clock_timestamp()
       ) due
       order by c.channel`,
    );
    return rows;
  }

  /** Of one event, change or recipient there are few enough to be sorted. */
  private within(
    conditions: readonly SqlFragment[],
    { channel, state }: DeliveryFilter,
  ): SqlFragment {
    const where = joined(
      [
        ...conditions,
        ...(channel ? [sql('d.channel = any(?)', channel)] : []),
        ...(state ? [sql('d.standing = any(?)', state)] : []),
      ],
      'and',
    );
    return {
      text: `select ${columns} from deliveries d where ${where.text}`,
      values: where.values,
    };
  }

  /**
   * Of all there are too many: each channel and state is walked from its newest on, and no further than a page, however rare it is
   * among the others.
   */
  private byChannel(
    older: readonly SqlFragment[],
    { channel, state = [...deliveryStates] }: DeliveryFilter,
    limit: number,
  ): SqlFragment {
    const where = joined(
      [
        sql('walked.channel = c.channel and walked.standing = s.standing'),
        ...older.map(({ text, values }) =>
          sql(text.replaceAll('d.', 'walked.'), ...values),
        ),
      ],
      'and',
    );
    const walk = `select ${columns}
      from channels c
      cross join unnest(?::text[]) as s(standing)
      cross join lateral (
        select * from deliveries walked where ${where.text}
        order by walked.created_at desc, walked.id desc limit ?
      ) d`;
    const values = [[...new Set(state)], ...where.values, limit];
    return channel
      ? sql(
          `with channels as (select unnest(?::text[]) as channel) ${walk}`,
          [...new Set(channel)],
          ...values,
        )
      : sql(`${allChannels} ${walk}`, ...values);
  }
}
