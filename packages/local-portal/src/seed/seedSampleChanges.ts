import { waitFor } from '../processes/waitFor.ts';
import { playSampleChange } from './playSampleChange.ts';
import { PortalClient } from './PortalClient.ts';
import { readSampleChanges } from './readSampleChanges.ts';
import { SeededMark } from './SeededMark.ts';

/** Operates the portal, and so keeps the mark that its sample changes were played. */
const KEEPER = 'dana';

/** A portal that starts for the first time fills its catalog within a few seconds. */
const PATIENCE_MS = 60_000;

/**
 * What {@link seedSampleChanges} needs.
 *
 * @public
 */
export interface SeedOptions {
  /** The portal, such as `http://localhost:7007`. */
  baseUrl: string;
  /** Answers a Backstage token of a person, by the name of their User entity. */
  tokenFor: (person: string) => Promise<string>;
  /** Told after each change, for showing progress. */
  onPlayed?: (played: number, of: number) => void;
}

/**
 * Plays the sample organisation's changes through the portal's public API, once: records, comments, answers and
 * moves, by the people who would do so. Waits until the portal knows them. An interrupted run is taken up again by
 * the next one.
 *
 * @public
 * @returns how many changes were played; 0 when that had been done before
 */
export async function seedSampleChanges(options: SeedOptions): Promise<number> {
  const { baseUrl, tokenFor, onPlayed } = options;
  const portal = new PortalClient({ baseUrl, tokenFor });
  await signInAtLast(portal, KEEPER);
  const mark = new SeededMark(portal, KEEPER);
  if (await mark.isSet()) {
    return 0;
  }
  const samples = readSampleChanges();
  const people = samples.flatMap(({ by, then = [] }) => [
    by,
    ...then.map(step => step.by),
  ]);
  await Promise.all(
    [...new Set(people)].map(person => signInAtLast(portal, person)),
  );
  const now = new Date();
  for (const [index, sample] of samples.entries()) {
    await playSampleChange(portal, sample, now);
    onPlayed?.(index + 1, samples.length);
  }
  await mark.set();
  return samples.length;
}

/** Tries until the catalog holds the person, and fails with the portal's last reason. */
async function signInAtLast(
  portal: PortalClient,
  person: string,
): Promise<void> {
  let reason: unknown;
  const signedIn = () =>
    portal.signIn(person).then(
      () => true,
      error => {
        reason = error;
        return false;
      },
    );
  try {
    await waitFor(`${person} could sign in`, signedIn, {
      timeoutMs: PATIENCE_MS,
      everyMs: 500,
    });
  } catch (error) {
    throw new Error(`${(error as Error).message} ${reason}`, { cause: reason });
  }
}
