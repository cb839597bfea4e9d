/** What is done about an event, and then about each person who is told: publishing it, handling it per subscriber, telling them. */
export const STEPS = ['publish', 'handle', 'deliver'] as const;

export type Step = (typeof STEPS)[number];

/** Something that had to be done: when it came to be, and when it was done; times are in milliseconds. */
export interface Work {
  step: Step;
  since: number;
  doneAt: number;
}

/** Something that befell the portal, until it was healed. */
export interface Span {
  from: number;
  until: number;
}

/** When something was away without which some steps cannot be done. */
export interface Outage extends Span {
  holdsUp: readonly Step[];
}

/**
 * How long the others took to take up what was there when a backend was killed, per kill, in milliseconds: from the kill until the last
 * piece of work was done that was open then. Where an outage around the kill held a piece up, it counts from the end of that.
 *
 * That is an upper bound of what the dead one held in its hands, for all that was open counts, whoever held it.
 */
export function recoveryTimes(
  kills: readonly number[],
  outages: readonly Outage[],
  works: readonly Work[],
): number[] {
  return kills.map(kill => {
    const around = outages.filter(
      ({ from, until }) => from <= kill && kill <= until,
    );
    const waited = works
      .filter(({ since, doneAt }) => since <= kill && doneAt > kill)
      .map(({ step, doneAt }) => {
        const couldBegin = around
          .filter(({ holdsUp }) => holdsUp.includes(step))
          .map(({ until }) => until);
        return doneAt - Math.max(kill, ...couldBegin);
      });
    return Math.max(0, ...waited);
  });
}
