/** The time, handed in so that tests and fault plans decide it. Leases use the database's clock, not this one. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
