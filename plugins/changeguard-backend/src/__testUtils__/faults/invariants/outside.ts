import { FaultPlan } from '../FaultPlan';
import { Invariant, Outcome } from './Invariant';

/** Something that left us, with what copies of it are recognised by. */
interface Departure {
  identity: string;
  /** In milliseconds of {@link Date.now}. */
  at: number;
}

type Delivery = Record<'id' | 'event_id' | 'recipient', string> & {
  settled_at: Date;
};

/** The clocks of the database and of this process are the same machine's; how they round is not the same. */
const roundingMs = 5;

/** A copy is in order when the fault fell between the first time it left us and our mark that it had, and when it bears the same name. */
export function judge(
  what: string,
  departures: readonly Departure[],
  settledAt: number,
  { struckAt, abandonedAt }: Pick<FaultPlan, 'struckAt' | 'abandonedAt'>,
): string[] {
  if (departures.length === 0) return [`${what} never left`];
  if (departures.length === 1) return [];
  const first = Math.min(...departures.map(({ at }) => at));
  const inWindow =
    struckAt !== undefined &&
    Math.max(struckAt, abandonedAt ?? 0) >= first - roundingMs &&
    struckAt <= settledAt + roundingMs;
  const names = new Set(departures.map(({ identity }) => identity));
  return [
    ...(inWindow
      ? []
      : [`${what} left ${departures.length} times, without need`]),
    ...(names.size === 1 ? [] : [`copies of ${what} have ${names.size} names`]),
  ];
}

/** Compares the deliveries of a channel with what left by it. */
async function compare(
  { world }: Outcome,
  channel: string,
  all: number,
  of: (delivery: Delivery) => Departure[],
): Promise<string[]> {
  const { rows } = await world.database.query<Delivery>(
    `select id, event_id, recipient, settled_at from deliveries where channel = $1`,
    [channel],
  );
  const judged = rows.map(delivery => {
    const departures = of(delivery);
    return {
      left: departures.length,
      sentences: judge(
        `${channel} to ${delivery.recipient}`,
        departures,
        delivery.settled_at?.getTime() ?? 0,
        world.plan,
      ),
    };
  });
  const strangers = all - judged.reduce((sum, { left }) => sum + left, 0);
  return [
    ...judged.flatMap(({ sentences }) => sentences),
    ...(strangers === 0 ? [] : [`${strangers} of ${channel} had no delivery`]),
  ];
}

export const mailsOnce: Invariant = {
  name: 'every mail left, and again only for a fault in its window, with the same Message-ID',
  check: outcome => {
    const { mails } = outcome.world.journal;
    return compare(outcome, 'email', mails.length, ({ id }) =>
      mails
        .filter(({ messageId }) => messageId.includes(id))
        .map(({ messageId, at }) => ({ identity: messageId, at })),
    );
  },
};

export const hostOnce: Invariant = {
  name: 'the portal got every notification, and again only for a fault in its window, with the same scope',
  check: outcome => {
    const { sends } = outcome.world.journal;
    return compare(outcome, 'backstage', sends.length, delivery =>
      sends
        .filter(
          ({ recipient, scope }) =>
            recipient === delivery.recipient &&
            scope.includes(delivery.event_id),
        )
        .map(({ scope, at }) => ({ identity: scope, at })),
    );
  },
};
