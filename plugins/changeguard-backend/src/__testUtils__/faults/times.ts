/** How long anybody may hold something, in milliseconds, and what follows from it. */
export const leaseMs = 6_000;
export const queryTimeoutMs = 2_500;
export const pollMs = 100;
export const drainMs = 300;
