import { Measurement } from './measure';
import { Source } from './Source';

/** A measurement as lines for people. */
export function printMeasurement(
  { targets }: Source,
  measurement: Measurement,
): string {
  const { name, cases, verdicts, rules, seconds, left } = measurement;
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
  lines.push(
    `  not the same as itself: ${measurement.restless} of ${measurement.documents}`,
  );
  if (left) lines.push(`  left out: ${left}`);
  for (const one of measurement.differences) {
    lines.push(
      `    ${one.id}: theirs ${one.expected}; ours ${one.actual}`,
      `      ${one.reason ?? `not explained: ${one.description}`}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}
