import { Knex } from 'knex';

/** The end of a lease: done for good, or due again after a delay. */
export interface SettledMessage {
  position: string;
  leaseToken: string;
  /** Milliseconds until it is due again; null when it is done. */
  retryInMs: number | null;
}

/** Deletes what is done and gives back the rest. A lease that was lost meanwhile changes nothing. */
export async function settleMessages(
  knex: Knex,
  subscription: string,
  settled: readonly SettledMessage[],
): Promise<void> {
  const done = settled.filter(message => message.retryInMs === null);
  if (done.length > 0) {
    await knex.raw(
      `/* settleMessages: done */
      delete from transport_messages m
      using unnest(cast(:positions as bigint[]), cast(:tokens as uuid[])) as s (position, lease_token)
      where m.subscription = :subscription and m.position = s.position and m.lease_token = s.lease_token`,
      { subscription, ...columns(done) },
    );
  }
  const again = settled.filter(message => message.retryInMs !== null);
  if (again.length > 0) {
    await knex.raw(
      `/* settleMessages: again */
      update transport_messages m
      set lease_token = null, lease_until = null,
          available_at = now() + s.delay * interval '1 millisecond'
      from unnest(cast(:positions as bigint[]), cast(:tokens as uuid[]), cast(:delays as integer[]))
        as s (position, lease_token, delay)
      where m.subscription = :subscription and m.position = s.position and m.lease_token = s.lease_token`,
      {
        subscription,
        ...columns(again),
        delays: again.map(message => Math.ceil(message.retryInMs ?? 0)),
      },
    );
  }
}

function columns(settled: readonly SettledMessage[]) {
  return {
    positions: settled.map(message => message.position),
    tokens: settled.map(message => message.leaseToken),
  };
}
