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
 * afterwards it is the same moment, or of no interest.
 */
export function timelineStops(change: Dates, now: Date): TimelineStop[] {
  const dates: [TimelineStop['name'], string | null][] = [
    ['recorded', change.announcedAt ? null : change.createdAt],
    ['announced', change.announcedAt],
    ['released', change.releasedAt],
    ['resolved', change.resolvedAt],
    ['withdrawn', change.withdrawnAt],
    ['effective', change.effectiveAt],
    ['sunset', change.sunsetAt],
  ];
  const stops = dates.flatMap(([name, at]): TimelineStop[] => {
    if (!at) return [];
    if (new Date(at) > now) return [{ name, at, state: 'future' }];
    const missed = name === 'effective' && change.flags.overdue;
    return [{ name, at, state: missed ? 'missed' : 'past' }];
  });
  stops.push({ name: 'today', at: now.toISOString(), state: 'now' });
  return stops.sort((a, b) => a.at.localeCompare(b.at));
}
