import { Measurement } from './measure';
import { Source } from './Source';

/** A measurement as lines for people. */
export function printMeasurement(
  { targets }: Source,
  measurement: Measurement,
): string {
  const { name, cases, verdicts, rules, seconds, left, otherIds } = measurement;
  const aim = (target: number | undefined) =>
    target === undefined ? '' : ` (target ${percent(target)})`;
  const lines = [
    `${name}: ${cases} verdicts in ${seconds.toFixed(1)} s`,
    `  breaking or not   ${percent(verdicts)}${aim(targets?.verdicts)}`,
    `  same level        ${percent(measurement.levels)}`,
    `  precision, recall ${percent(measurement.precision)}, ${percent(
      measurement.recall,
    )}`,
  ];
  if (rules !== undefined) {
    lines.push(`  same rule ids     ${percent(rules)}${aim(targets?.rules)}`);
  }
  for (const { what, agreed, of, target } of measurement.tallies) {
    const counted = `${agreed} of ${of}`;
    lines.push(`  ${what}: ${counted}, ${percent(agreed / of)}${aim(target)}`);
  }
  const { documents, restless, unread } = measurement.identity;
  lines.push(`  not the same as itself: ${among(restless)} of ${documents}`);
  if (unread.length > 0) {
    lines.push(`  cannot be compared: ${among(unread)} of ${documents}`);
  }
  if (left) lines.push(`  left out: ${left}`);
  if (otherIds) lines.push(`  rule ids left out: ${otherIds}`);
  if (!targets) lines.push('  no target of its own: not judged by verdicts');
  for (const one of measurement.differences) {
    lines.push(
      `    ${one.id}: theirs ${one.expected}; ours ${one.actual}`,
      `      ${one.reason ?? `not explained: ${one.description}`}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** How many, and the first of them. */
function among(ids: readonly string[]): string {
  return ids.length > 0 ? `${ids.length} (${ids.slice(0, 5).join(', ')})` : '0';
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}
