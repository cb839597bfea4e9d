import type { Span } from './recoveryTimes.ts';

/** Longest time that a message can be in a backend's hands: the lease of a delivery, in milliseconds. */
const LEASE_MS = 30_000;

/** What has left a backend, and can be taken back no more. */
export interface Sent {
  /** The same for all copies. */
  id: string;
  /** When it arrived, in milliseconds since 1970. */
  at: number;
  /** Whether the connection was cut before the answer. */
  cut: boolean;
}

/** How messages that arrived more than once are to be judged. */
export interface CopiesVerdict<T extends Sent> {
  /** Copies beyond the first of each message. */
  copies: number;
  /** Moments at which a message was taken and not yet known to be: a connection cut, or a crash meanwhile. */
  windows: number;
  /** Copies without such a moment. */
  unexplained: T[];
}

/**
 * Weighs the copies of messages. A copy is as promised where a crash fell between the moment it was taken before and the moment the backend
 * knew it: a connection that was cut, a backend that was killed or frozen, a PostgreSQL that went away.
 *
 * @param crashes - when something else than a cut kept a backend from writing down what it had sent, in milliseconds
 */
export function judgeCopies<T extends Sent>(
  sent: readonly T[],
  crashes: readonly Span[],
): CopiesVerdict<T> {
  const unexplained: T[] = [];
  let copies = 0;
  let windows = sent.filter(({ cut }) => cut).length;
  const byId = new Map<string, T[]>();
  for (const one of sent) {
    byId.set(one.id, [...(byId.get(one.id) ?? []), one]);
  }
  for (const same of byId.values()) {
    const inOrder = same.sort((a, b) => a.at - b.at);
    copies += inOrder.length - 1;
    for (const [index, copy] of inOrder.entries()) {
      const before = inOrder[index - 1];
      if (!before || before.cut) {
        continue;
      }
      const crashed = crashes.some(
        ({ from, until }) =>
          from <= copy.at && until >= before.at && from - before.at <= LEASE_MS,
      );
      if (crashed) {
        windows += 1;
      } else {
        unexplained.push(copy);
      }
    }
  }
  return { copies, windows, unexplained };
}
