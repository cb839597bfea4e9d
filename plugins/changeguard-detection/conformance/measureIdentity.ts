import { Case } from './Case';
import { findingsOf } from './findingsOf';
import { rewritten } from '../src/testing/rewritten';
import { Source } from './Source';
import { textsOf } from './textsOf';

/** What came of comparing documents with themselves, and with themselves written otherwise. */
export interface Identity {
  documents: number;
  /** Which differ from themselves, by their case. */
  restless: string[];
  /** Which cannot be compared at all, by their case. */
  unread: string[];
  /** How many of those are of cases whose verdict counts. */
  unreadCounted: number;
}

/** Compares every document of a file with itself, also of cases whose verdict does not count. */
export async function measureIdentity(
  source: Source,
  cases: readonly Case[],
): Promise<Identity> {
  const identity: Identity = {
    documents: 0,
    restless: [],
    unread: [],
    unreadCounted: 0,
  };
  for (const one of cases) {
    const { base, revision } = textsOf(source, one) ?? {};
    for (const text of new Set([base, revision])) {
      if (text === undefined) continue;
      identity.documents++;
      const found = await differences(source, text);
      if (!found) {
        identity.unread.push(one.id);
        if (source.include?.(one) ?? true) identity.unreadCounted++;
      } else if (found.length > 0) {
        identity.restless.push(one.id);
      }
    }
  }
  return identity;
}

async function differences(source: Source, text: string) {
  const copy = rewritten(source.format, text);
  const found = await findingsOf(source, text, text);
  if (!found || copy === undefined) return found;
  const otherwise = await findingsOf(source, text, copy);
  return otherwise && [...found, ...otherwise];
}
