import { Knex } from 'knex';
import { ShortMemo } from '../cache/ShortMemo';
import { DeliveryWatcherRow } from './tables';

/** Pages look again every half minute at the latest, so that who was seen in this time is still looking. */
const lookingMs = 180_000;
const writtenAgainMs = 60_000;

/** Remembers who looks at deliveries: the portal names no operators, and a signal must be addressed to somebody. */
export class DeliveryWatchers {
  private readonly seen = new ShortMemo<void>({
    milliseconds: writtenAgainMs,
    entries: 1_000,
  });

  constructor(private readonly knex: Knex) {}

  /** Somebody who may looks at deliveries; written once a minute. */
  async saw(userRef: string): Promise<void> {
    await this.seen.get(userRef, async () => {
      await this.knex.raw(
        `/* DeliveryWatchers.saw */
         insert into delivery_watchers (user_ref) values (?)
         on conflict (user_ref) do update set seen_at = excluded.seen_at`,
        [userRef],
      );
    });
  }

  /** Who is looking, on any replica. */
  async looking(): Promise<string[]> {
    const rows = await this.knex<DeliveryWatcherRow>('delivery_watchers')
      .comment('DeliveryWatchers.looking')
      .whereRaw(`seen_at > now() - ? * interval '1 millisecond'`, [lookingMs])
      .select('user_ref');
    return rows.map(({ user_ref }) => user_ref);
  }
}
