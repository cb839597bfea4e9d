import type pg from 'pg';
import { waitFor } from '../processes/waitFor.ts';

/** How often something happened for somebody. */
type Times = Record<string, number>;

/** What became of one change, counted. */
export interface Told {
  /** ChangeGuard's own notifications, per person. */
  notifications: Times;
  /** What the portal's notifications hold, per person. */
  portal: Times;
  /** Mails in the mailbox, per address. Copies of one `Message-ID` count once: the kill may fall between its arrival and our knowing. */
  mails: Times;
  /** Audit records, per event. */
  audited: Times;
  events: number;
}

/** Where to look. */
export interface Places {
  /** ChangeGuard's database. */
  changeguard: pg.Client;
  /** The notifications plugin's database. */
  notifications: pg.Client;
  /** Base address of the mailbox. */
  mailboxUrl: string;
}

/** Waits until every event of a change has reached every subscriber, and every delivery is settled. */
export async function settled(
  { changeguard }: Places,
  changeId: string,
): Promise<void> {
  await waitFor(
    'everybody was told',
    async () => {
      const { rows } = await changeguard.query<{ open: string }>(
        `select (
           select count(*) from outbox o cross join unnest(o.required_subscribers) s
           where o.aggregateid = $1 and not exists (
             select 1 from inbox i where i.event_id = o.id and i.subscriber = s)
         ) + (
           select count(*) from deliveries where change_id = $1 and state = 'pending'
         ) + (
           select (count(*) = 0)::int from audience_members where change_id = $1
         ) as open`,
        [changeId],
      );
      return rows[0].open === '0';
    },
    { timeoutMs: 120_000, everyMs: 100 },
  );
}

/** Counts who was told of a change, and how often. */
export async function told(
  places: Places,
  change: { id: string; title: string },
): Promise<Told> {
  const { changeguard, notifications, mailboxUrl } = places;
  const count = async (database: pg.Client, sql: string, value: string) => {
    const { rows } = await database.query<{ who: string; times: string }>(sql, [
      value,
    ]);
    return Object.fromEntries(rows.map(row => [row.who, Number(row.times)]));
  };
  const mails = (await (await fetch(`${mailboxUrl}/email`)).json()) as {
    subject: string;
    messageId: string;
    to: { address: string }[];
  }[];
  const perAddress: Times = {};
  const ofChange = mails.filter(({ subject }) =>
    subject.includes(change.title),
  );
  for (const mail of new Map(
    ofChange.map(one => [one.messageId, one]),
  ).values()) {
    for (const { address } of mail.to) {
      perAddress[address] = (perAddress[address] ?? 0) + 1;
    }
  }
  const audited = await count(
    changeguard,
    `select event_id::text as who, count(*) as times from audit_records
     where change_id = $1 and outcome = 'success' group by 1`,
    change.id,
  );
  const { rows } = await changeguard.query<{ events: string }>(
    `select count(*) as events from outbox where aggregateid = $1`,
    [change.id],
  );
  return {
    notifications: await count(
      changeguard,
      `select recipient as who, count(*) as times from notifications where change_id = $1 group by 1`,
      change.id,
    ),
    portal: await count(
      notifications,
      `select "user" as who, count(*) as times from notification where link like '%' || $1 || '%' group by 1`,
      change.id,
    ),
    mails: perAddress,
    audited,
    events: Number(rows[0].events),
  };
}
