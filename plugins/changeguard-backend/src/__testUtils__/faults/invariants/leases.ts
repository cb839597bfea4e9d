import { Invariant } from './Invariant';

/** Bounds are looked at all through a run; at its end, nothing that is finished is held by anybody. */
export const leasesEnd: Invariant = {
  name: 'no lease outlives its bound',
  check: async ({ world }) => {
    const { rows } = await world.database.query<{ held: number }>(
      `select count(*)::int as held from (
         select lease_token::text from outbox
         union all select lease_token::text from deliveries
         union all select lease_token::text from transport_messages
       ) leases where lease_token is not null`,
    );
    const [{ held }] = rows;
    const { longLeases } = world;
    return [
      ...(held === 0 ? [] : [`${held} finished rows are leased`]),
      ...(longLeases === 0 ? [] : [`${longLeases} leases reached too far`]),
    ];
  },
};
