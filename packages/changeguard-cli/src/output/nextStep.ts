import { CheckReport } from '../check/CheckReport';

/** How to go on with what breaks; undefined where nothing stands in the way, or nothing was compared. */
export function nextStep({
  passes,
  failure,
  entityRef,
  announceLink,
}: CheckReport): { words: string; link?: string } | undefined {
  if (passes || failure) return undefined;
  if (entityRef === null) {
    return {
      words:
        'Announce it in the portal, or have an owner accept it, and check with --entity: then it passes.',
    };
  }
  return announceLink
    ? { words: 'Announce it, or have an owner accept it', link: announceLink }
    : { words: 'Announce it in the portal, or have an owner accept it.' };
}

/** The same on one line. */
export function nextStepInWords(report: CheckReport): string | undefined {
  const step = nextStep(report);
  return step && [step.words, step.link].filter(Boolean).join(': ');
}
