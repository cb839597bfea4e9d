import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Case } from './Case';
import { measure, Measurement } from './measure';
import { printMeasurement } from './printMeasurement';
import { Source } from './Source';
import { sources } from './sources';

/**
 * Measures the engines with labelled pairs of definitions: `--corpus` names their folder (default: `CHANGEGUARD_CORPUS`), `--json`
 * prints numbers only, `--only` takes files whose name starts so. Ends with 1 below a target, with 2 when there is nothing
 * to measure with.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string', default: process.env.CHANGEGUARD_CORPUS },
      json: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
    },
  });
  const folder = values.corpus && resolve(values.corpus);
  if (!folder || !existsSync(folder)) {
    process.stderr.write(
      'There is no corpus here: name its folder with --corpus or CHANGEGUARD_CORPUS.\n',
    );
    return 2;
  }
  const measured: { source: Source; measurement: Measurement }[] = [];
  for (const source of sources) {
    const file = join(folder, `${source.name}.jsonl`);
    if (!source.name.startsWith(values.only) || !existsSync(file)) continue;
    const measurement = await measure(source, readCases(file));
    measured.push({ source, measurement });
    if (!values.json)
      process.stdout.write(printMeasurement(source, measurement));
  }
  if (values.json) {
    const numbers = measured.map(({ measurement }) => measurement);
    process.stdout.write(`${JSON.stringify(numbers, null, 2)}\n`);
  }
  if (measured.length === 0) return 2;
  return measured.every(({ source, measurement }) =>
    reaches(source, measurement),
  )
    ? 0
    : 1;
}

function readCases(file: string): Case[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line));
}

function reaches({ targets }: Source, measurement: Measurement): boolean {
  return (
    measurement.verdicts >= (targets?.verdicts ?? 0) &&
    (measurement.rules ?? 1) >= (targets?.rules ?? 0) &&
    measurement.restless === 0
  );
}

main().then(
  code => {
    process.exitCode = code;
  },
  error => {
    process.stderr.write(`${error?.stack ?? error}\n`);
    process.exitCode = 1;
  },
);
