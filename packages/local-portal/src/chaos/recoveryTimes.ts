/** Something that had to be done: when it came to be, and when it was done; times are in milliseconds. */
export interface Work {
  since: number;
  doneAt: number;
}

/** Something that befell the portal, until it was healed. */
export interface Span {
  from: number;
  until: number;
}

/**
 * How long the others took to take up what was there when a backend was killed, per kill, in milliseconds: from the kill (or, where
 * a service was away at the time, from its return) until the last piece of work that was open then was done. A piece that another
 * fault held up after that says nothing about this kill and is left out.
 *
 * That is an upper bound of what the dead one held in its hands, for all that was open counts.
 */
export function recoveryTimes(
  kills: readonly number[],
  outages: readonly Span[],
  works: readonly Work[],
): number[] {
  return kills.map(kill => {
    const during = outages.filter(
      ({ from, until }) => from <= kill && kill <= until,
    );
    const start = Math.max(kill, ...during.map(({ until }) => until));
    const next = Math.min(
      ...kills.filter(other => other > kill),
      ...outages.map(({ from }) => from).filter(from => from > start),
    );
    const waited = works
      .filter(({ since, doneAt }) => since <= start && doneAt > start)
      .filter(({ doneAt }) => doneAt <= next)
      .map(({ doneAt }) => doneAt - start);
    return Math.max(0, ...waited);
  });
}
