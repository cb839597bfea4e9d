import { userToken } from '../portal/userToken.ts';
import type { Progress } from '../report/Progress.ts';
import { seedSampleChanges } from './seedSampleChanges.ts';

/**
 * Plays the sample changes into a portal that starts. A portal without them is of use, too, so a failure is said and not
 * thrown; the next start takes up where this one stopped.
 */
export async function seedWithProgress(
  baseUrl: string,
  progress: Progress,
): Promise<void> {
  try {
    await progress.during('Playing the sample changes', () =>
      seedSampleChanges({
        baseUrl,
        tokenFor: person => userToken(person, baseUrl),
      }),
    );
  } catch (error) {
    progress.say(
      `The sample changes are not all there, the next start tries again: ${
        (error as Error).message
      }`,
    );
  }
}
