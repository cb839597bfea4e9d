import { waitFor } from '../processes/waitFor.ts';
import { playSampleChange } from './playSampleChange.ts';
import { PortalClient } from './PortalClient.ts';
import { readSampleChanges } from './readSampleChanges.ts';
import { SeededMark } from './SeededMark.ts';

/** Operates the portal, and so keeps the mark that its sample changes were played. */
const KEEPER = 'dana';

/** What {@link seedSampleChanges} needs. */
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
 * @returns how many changes were played; 0 when that had been done before
 */
export async function seedSampleChanges(options: SeedOptions): Promise<number> {
  const { baseUrl, tokenFor, onPlayed } = options;
  const portal = new PortalClient({ baseUrl, tokenFor });
  await waitFor(
    'the catalog holds the people',
    () => portal.canSignIn(KEEPER),
    {
      timeoutMs: 60_000,
      everyMs: 500,
    },
  );
  const mark = new SeededMark(portal, KEEPER);
  if (await mark.isSet()) {
    return 0;
  }
  const samples = readSampleChanges();
  const people = samples.flatMap(({ by, then = [] }) => [
    by,
    ...then.map(step => step.by),
  ]);
  await waitFor(
    'everybody can sign in',
    async () => {
      for (const person of new Set(people)) {
        if (!(await portal.canSignIn(person))) return false;
      }
      return true;
    },
    { timeoutMs: 60_000, everyMs: 500 },
  );
  const now = new Date();
  for (const [index, sample] of samples.entries()) {
    await playSampleChange(portal, sample, now);
    onPlayed?.(index + 1, samples.length);
  }
  await mark.set();
  return samples.length;
}
