import { SchemaChange } from '@changeguard/backstage-plugin-changeguard-common';

/** One date of a change's life, or today. */
export interface TimelineStop {
  name:
    | 'recorded'
    | 'announced'
    | 'released'
    | 'resolved'
    | 'withdrawn'
    | 'today'
    | 'effective'
    | 'sunset';
  /** ISO 8601. */
  at: string;
  state: 'past' | 'now' | 'future' | 'missed';
}

type Dates = Pick<
  SchemaChange,
  | 'createdAt'
  | 'announcedAt'
  | 'releasedAt'
  | 'resolvedAt'
  | 'withdrawnAt'
  | 'effectiveAt'
  | 'sunsetAt'
  | 'flags'
>;

/**
 * The dates of a change in the order of time, with today among them. Recording is shown only while nothing was announced:
 * afterwards it is the same moment, or of no interest. What was planned is left out once it is withdrawn. What has happened is past even for a clock that is behind the server's.
 */
export function timelineStops(change: Dates, now: Date): TimelineStop[] {
  const happened = at('past', [
    ['recorded', change.announcedAt ? null : change.createdAt],
    ['announced', change.announcedAt],
    ['released', change.releasedAt],
    ['resolved', change.resolvedAt],
    ['withdrawn', change.withdrawnAt],
  ]);
  const today = [now.toISOString(), ...happened.map(stop => stop.at)]
    .sort()
    .reverse()[0];
  const isOff = Boolean(change.withdrawnAt);
  const planned = at('future', [
    ['effective', isOff ? null : change.effectiveAt],
    ['sunset', isOff ? null : change.sunsetAt],
  ]).map((stop): TimelineStop => {
    if (stop.at > today) return stop;
    const isMissed = stop.name === 'effective' && change.flags.overdue;
    return { ...stop, state: isMissed ? 'missed' : 'past' };
  });
  const stops: TimelineStop[] = [
    ...happened,
    { name: 'today', at: today, state: 'now' },
    ...planned,
  ];
  return stops.sort((a, b) => a.at.localeCompare(b.at));
}

function at(
  state: TimelineStop['state'],
  dates: [name: TimelineStop['name'], at: string | null][],
): TimelineStop[] {
  return dates.flatMap(([name, date]) =>
    date ? [{ name, at: date, state }] : [],
  );
}
