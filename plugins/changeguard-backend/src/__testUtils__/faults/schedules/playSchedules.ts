import fc from 'fast-check';
import { playSchedule } from './playSchedule';
import { Stage } from './Stage';

/** Which schedules. */
export interface ScheduleWish {
  runs: number;
  seed: number;
  /** Where fast-check had shrunk a failure to, to play only that. */
  path?: string;
}

/** Plays random schedules; answers fast-check's report of the shortest that failed, with its seed and path, or null. */
export async function playSchedules(
  stage: Stage,
  { runs, seed, path }: ScheduleWish,
): Promise<string | null> {
  const property = fc.asyncProperty(
    fc.array(fc.nat(9_999), { minLength: 10, maxLength: 120, size: 'max' }),
    choices => playSchedule(stage, choices),
  );
  const details = await fc.check(property, { numRuns: runs, seed, path });
  if (!details.failed) return null;
  return `${fc.defaultReportMessage(details)}\n${details.errorInstance}`;
}
