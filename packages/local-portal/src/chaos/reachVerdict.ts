import { CASTS } from './cast.ts';
import { deviationsOf, type Effects } from './Effects.ts';
import type { History } from './History.ts';
import { judgeCopies } from './judgeCopies.ts';
import { openWork } from './openWork.ts';
import type { Span } from './recoveryTimes.ts';
import { readAuditGaps } from './readAuditGaps.ts';
import {
  portalNotifications,
  readEffects,
  type Sources,
} from './readEffects.ts';
import { readUnkept } from './readUnkept.ts';

/** What the checker found. */
export interface Verdict {
  acknowledged: number;
  /** What is missing, a sentence each. */
  lost: string[];
  /** What is there too often, a sentence each. */
  duplicated: string[];
  mailCopies: number;
  /** Moments at which nobody could know whether a mail had been taken. */
  mailWindows: number;
  /** Notifications of the portal that it wrote again after a crash: a call of it that was not known to have arrived. */
  portalCopies: number;
}

/**
 * Compares what the client was told with what is there.
 *
 * @param expected - what comes of a story, per cast
 * @param crashes - when a backend may have lost what it was about to write down
 */
export async function reachVerdict(options: {
  sources: Sources;
  history: History;
  expected: readonly Effects[];
  titlePrefix: string;
  crashes: readonly Span[];
}): Promise<Verdict> {
  const { sources, history, expected, titlePrefix, crashes } = options;
  const { changeguard, mails } = sources;
  const { acknowledged } = history;
  const lost: string[] = [];
  const duplicated: string[] = [];

  for (const one of await readUnkept(changeguard, acknowledged)) {
    lost.push(`${one.title}: ${one.what} by ${one.by} is not in the database`);
  }
  const found = await readEffects(sources, titlePrefix);
  // Whatever bears such a title is somebody's effect, also where no story of that title was acknowledged.
  const stories = new Set([
    ...acknowledged.map(({ title }) => title),
    ...found.stories(),
  ]);
  for (const story of stories) {
    const number = Number(story.slice(titlePrefix.length));
    const wanted = expected[number % CASTS.length];
    for (const one of deviationsOf(story, wanted, found.of(story))) {
      const list = one.found < one.expected ? lost : duplicated;
      list.push(
        `${story}: ${one.effect}: ${one.found} instead of ${one.expected}`,
      );
    }
  }
  for (const { event, records } of await readAuditGaps(changeguard)) {
    const list = records === 0 ? lost : duplicated;
    list.push(`${event} has ${records} audit records`);
  }
  const open = await openWork(changeguard, Date.now());
  if (open > 0) {
    lost.push(`${open} pieces of work were never done`);
  }
  const { copies, windows, unexplained } = judgeCopies(
    mails.map(mail => ({ ...mail, id: mail.messageId })),
    crashes,
  );
  for (const { messageId, to } of unexplained) {
    duplicated.push(`mail ${messageId} to ${to} came again for no reason`);
  }
  const portal = judgeCopies(
    await portalNotifications(sources.notifications),
    crashes,
  );
  for (const { id } of portal.unexplained) {
    duplicated.push(`the portal told of ${id} again for no reason`);
  }
  return {
    acknowledged: acknowledged.length,
    lost,
    duplicated,
    mailCopies: copies,
    mailWindows: windows,
    portalCopies: portal.copies,
  };
}
