import type { ChaosResult } from '../chaos/runChaos.ts';

/** Lease of what a backend holds, and the longest time between two looks for work, in seconds. */
const LEASE_S = 30;
const POLL_S = 5;
/** For what is done after the two, on a machine that does other work: less than what the patience with subscribers (45 s) would add. */
const ALLOWANCE_S = 5;
const RECOVERED_AFTER_S = LEASE_S + POLL_S + ALLOWANCE_S;
/** More of a kind are counted only. */
const SHOWN = 20;

/** What a run of `chaos:processes` says; the sum is its last line. */
export function chaosReport(seed: number, result: ChaosResult): string {
  const { lost, duplicated, recoveries, surprises, untold, broken } = result;
  const failed = isFailed(result);
  return [
    '',
    '  Ran on',
    ...result.ranOn.map(line => `    ${line}`),
    '',
    `  ${result.plan.length} faults; ${result.retries} attempts of the client failed and were repeated`,
    ...(result.portalCopies > 0
      ? [
          `  ${result.portalCopies} notifications of the portal came again after a crash, as they may`,
        ]
      : []),
    '',
    `  Recovery after each kill (at most a lease, a poll and an allowance: ${LEASE_S} + ${POLL_S} + ${ALLOWANCE_S} s)`,
    ...recoveries.map(
      ({ backend, seconds }) =>
        `    backend ${backend}: ${seconds.toFixed(1)} s${
          seconds > RECOVERED_AFTER_S ? '  TOO LONG' : ''
        }`,
    ),
    ...section('Nobody did this on purpose', surprises),
    ...section('Not told to its end', untold, untold.length),
    ...section('Does not hold afterwards', broken),
    ...section('Lost', lost),
    ...section('Duplicated', duplicated),
    ...(failed
      ? section(
          `To see it again: --seed ${seed}. What was inflicted`,
          result.plan,
          result.plan.length,
        )
      : []),
    '',
    sum(result),
    '',
  ].join('\n');
}

/** Whether anything is not as it must be. */
export function isFailed(result: ChaosResult): boolean {
  const { lost, duplicated, surprises, broken, recoveries } = result;
  return (
    [lost, duplicated, surprises, broken].some(list => list.length > 0) ||
    recoveries.some(({ seconds }) => seconds > RECOVERED_AFTER_S)
  );
}

function sum(result: ChaosResult): string {
  const { acknowledged, lost, duplicated, mailCopies, mailWindows } = result;
  const slowest = Math.max(0, ...result.recoveries.map(one => one.seconds));
  return [
    `acknowledged ${acknowledged}`,
    `lost ${lost.length}`,
    `duplicated ${duplicated.length}`,
    `mail copies ${mailCopies} for ${mailWindows} crashes in the SMTP window`,
    `slowest recovery ${slowest.toFixed(1)} s`,
  ].join(', ');
}

function section(title: string, lines: string[], shown = SHOWN): string[] {
  if (lines.length === 0) {
    return [];
  }
  const rest = lines.length - shown;
  return [
    '',
    `  ${title}`,
    ...lines.slice(0, shown).map(line => `    ${line}`),
    ...(rest > 0 ? [`    and ${rest} more`] : []),
  ];
}
