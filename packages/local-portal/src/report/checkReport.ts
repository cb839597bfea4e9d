import type { CheckResult } from '../checks/Check.ts';
import type { Chromium } from '../services/chromium.ts';
import type { PortalServices } from '../startServices.ts';
import { serviceLines } from './startBlock.ts';

/** What became of one check. */
export interface CheckOutcome extends CheckResult {
  name: string;
  seconds: number;
}

/** The end of `npm test`: a table, what it ran on, and the sum alone on the last line. */
export function checkReport(
  outcomes: CheckOutcome[],
  used: { services?: PortalServices; chromium?: Chromium },
): string {
  const { services, chromium } = used;
  const ranOn = [
    ...(services ? serviceLines(services) : []),
    ...(services && !services.pubsub
      ? [
          "Google's Pub/Sub emulator is not on this machine: its tests ran on the simulator",
        ]
      : []),
    ...(chromium ? [`${chromium.version} (${chromium.origin})`] : []),
  ];
  return [
    '',
    row('Step', 'Passed', 'Failed', 'Time'),
    ...outcomes.map(({ name, passed, failed, seconds, note }) =>
      [
        row(name, `${passed}`, `${failed}`, `${Math.round(seconds)} s`),
        ...(note ? [`    ${note}`] : []),
      ].join('\n'),
    ),
    ...(ranOn.length > 0
      ? ['', '  Ran on', ...ranOn.map(one => `    ${one}`)]
      : []),
    '',
    sum(outcomes),
    '',
  ].join('\n');
}

function row(name: string, passed: string, failed: string, time: string) {
  return `  ${name.padEnd(12)}${passed.padStart(8)}${failed.padStart(
    8,
  )}${time.padStart(9)}`;
}

function sum(outcomes: CheckOutcome[]): string {
  const passed = outcomes.reduce((total, one) => total + one.passed, 0);
  const failed = outcomes.reduce((total, one) => total + one.failed, 0);
  return `${passed} passed, ${failed} failed`;
}
