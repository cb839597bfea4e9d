import { setTimeout as delay } from 'node:timers/promises';

/** One thing to time: it runs once per call and must leave nothing behind that makes the next call slower. */
export type Run = (turn: number) => Promise<void>;

/** What came of timing two things side by side. */
export interface Comparison {
  /** Median of the first, in milliseconds. */
  p50: number;
  /** Median of the second, in milliseconds. */
  base: number;
  /** `p50 / base`. */
  ratio: number;
  /** The slowest of the first, in milliseconds. */
  slowest: number;
}

/**
 * Times two things in turn, A B A B …, and answers the ratio of their medians: what the machine does meanwhile slows both, so
 * the ratio holds where single times would not.
 *
 * @param rounds - counted turns of each, after a tenth as many that are not counted
 * @param options - `pauseMs`: between two turns, in milliseconds
 */
export async function compare(
  subject: Run,
  base: Run,
  rounds: number,
  { pauseMs = 0 }: { pauseMs?: number } = {},
): Promise<Comparison> {
  const times: [number[], number[]] = [[], []];
  const warmUp = Math.ceil(rounds / 10);
  for (let turn = 0; turn < rounds + warmUp; turn++) {
    if (pauseMs) await delay(pauseMs);
    for (const [which, run] of [subject, base].entries()) {
      const started = performance.now();
      await run(turn);
      if (turn >= warmUp) times[which].push(performance.now() - started);
    }
  }
  const [p50, floor] = times.map(median);
  const slowest = Math.max(...times[0]);
  return { p50, base: floor, ratio: p50 / floor, slowest };
}

export function median(values: number[]): number {
  return percentile(values, 0.5);
}

/** @param share - 0 to 1 */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
