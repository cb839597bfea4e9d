import { timelineStops } from './timelineStops';

const now = new Date('2026-11-22T10:00:00.000Z');
const change = {
  createdAt: '2026-11-01T08:00:00.000Z',
  announcedAt: null as string | null,
  releasedAt: null,
  resolvedAt: null,
  withdrawnAt: null,
  effectiveAt: null as string | null,
  sunsetAt: null as string | null,
  flags: { overdue: false, atRisk: false, entityGone: false, reverted: false },
};

describe('timelineStops', () => {
  it('shows when a draft was recorded, because nothing else happened to it yet', () => {
    expect(timelineStops(change, now).map(stop => stop.name)).toEqual([
      'recorded',
      'today',
    ]);
  });

  it('puts today between what happened and what is to come', () => {
    const stops = timelineStops(
      {
        ...change,
        announcedAt: '2026-11-02T08:00:00.000Z',
        effectiveAt: '2026-12-12T00:00:00.000Z',
        sunsetAt: '2027-03-01T00:00:00.000Z',
      },
      now,
    );
    expect(stops.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'announced past',
      'today now',
      'effective future',
      'sunset future',
    ]);
  });

  it('takes what has happened as past, though the clock here is behind', () => {
    const stops = timelineStops(
      { ...change, announcedAt: '2026-11-22T10:00:30.000Z' },
      now,
    );
    expect(stops.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'announced past',
      'today now',
    ]);
  });

  it('marks an effective date that passed without a release as missed', () => {
    const stops = timelineStops(
      {
        ...change,
        announcedAt: '2026-11-02T08:00:00.000Z',
        effectiveAt: '2026-11-12T00:00:00.000Z',
        flags: { ...change.flags, overdue: true },
      },
      now,
    );
    expect(stops.find(stop => stop.name === 'effective')?.state).toBe('missed');
  });

  it('plans nothing for what was withdrawn', () => {
    const stops = timelineStops(
      {
        ...change,
        announcedAt: '2026-11-02T08:00:00.000Z',
        withdrawnAt: '2026-11-03T08:00:00.000Z',
        effectiveAt: '2026-12-12T00:00:00.000Z',
        sunsetAt: '2027-03-01T00:00:00.000Z',
      },
      now,
    );
    expect(stops.map(({ name }) => name)).toEqual([
      'announced',
      'withdrawn',
      'today',
    ]);
  });
});
