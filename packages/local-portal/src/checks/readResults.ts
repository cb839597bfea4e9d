import { existsSync, readFileSync } from 'node:fs';
import type { CheckResult } from './Check.ts';

/**
 * Readers of what test runners write. A test that was skipped counts as failed: what was not run has
 * not been shown. A runner that ended badly without naming a test counts as one failure.
 */

/** @param isFine - whether the runner ended well */
export function readJestResult(file: string, isFine: boolean): CheckResult {
  const result = readJson<{
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    numRuntimeErrorTestSuites: number;
  }>(file);
  return counted({
    isFine,
    passed: result?.numPassedTests ?? 0,
    failed:
      (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0),
    skipped: (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0),
  });
}

/** @param isFine - whether the runner ended well */
export function readPlaywrightResult(
  file: string,
  isFine: boolean,
): CheckResult {
  const stats = readJson<{
    stats: {
      expected: number;
      unexpected: number;
      flaky: number;
      skipped: number;
    };
  }>(file)?.stats;
  return counted({
    isFine,
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  });
}

/** @param isFine - whether the runner ended well */
export function readTapResult(file: string, isFine: boolean): CheckResult {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const count = (what: string) =>
    Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return counted({
    isFine,
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  });
}

/**
 * Reads counts that were written as they are.
 *
 * @param isFine - whether the program ended well
 */
export function readCounts(file: string, isFine: boolean): CheckResult {
  const result = readJson<{ passed: number; failed: number }>(file);
  const { passed = 0, failed = 0 } = result ?? {};
  return counted({ isFine, passed, failed, skipped: 0 });
}

function counted(options: {
  isFine: boolean;
  passed: number;
  failed: number;
  skipped: number;
}): CheckResult {
  const { isFine, passed, skipped } = options;
  const failed = options.failed + skipped;
  if (!isFine && failed === 0) {
    return { passed, failed: 1, note: 'ended badly without a failed test' };
  }
  if (passed + failed === 0) {
    return { passed, failed: 1, note: 'found no tests' };
  }
  const note =
    skipped > 0 ? `${skipped} skipped, which counts as failed` : undefined;
  return { passed, failed, note };
}

function readJson<T>(file: string): T | undefined {
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as T)
    : undefined;
}
