import type { CheckContext } from './CheckContext.ts';

/** What a check found. */
export interface CheckResult {
  passed: number;
  failed: number;
  /** A sentence on what went wrong, where the output above does not say it. */
  note?: string;
}

/** One step of `npm test`. */
export interface Check {
  /** As one types it after `--only`. */
  name: string;
  /** Runs it, its output on the terminal. What it throws counts as one failure. */
  run(context: CheckContext): Promise<CheckResult>;
}
