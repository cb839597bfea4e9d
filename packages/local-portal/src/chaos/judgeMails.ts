import type { Span } from './recoveryTimes.ts';
import type { TakenMail } from './TakenMail.ts';

/** Longest time that a mail can be in a backend's hands: the lease of a delivery, in milliseconds. */
const LEASE_MS = 30_000;

/** How mails that arrived more than once are to be judged. */
export interface MailVerdict {
  /** Copies beyond the first of each mail. */
  copies: number;
  /** Moments at which a mail was taken and not yet known to be: a connection cut, or a crash meanwhile. */
  windows: number;
  /** Copies without such a moment. */
  unexplained: TakenMail[];
}

/**
 * Weighs the copies of mails. A copy is as promised where a crash fell between the moment the server took the one before and the
 * moment the backend knew it: a connection that was cut, a backend that was killed or frozen, a PostgreSQL that went away.
 *
 * @param crashes - when something else than a cut kept a backend from writing down what it had sent, in milliseconds
 */
export function judgeMails(
  taken: readonly TakenMail[],
  crashes: readonly Span[],
): MailVerdict {
  const unexplained: TakenMail[] = [];
  let copies = 0;
  let windows = taken.filter(({ cut }) => cut).length;
  for (const id of new Set(taken.map(({ messageId }) => messageId))) {
    const inOrder = taken
      .filter(({ messageId }) => messageId === id)
      .sort((a, b) => a.at - b.at);
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
