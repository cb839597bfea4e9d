import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measure, Measurement } from './measure';
import { printMeasurement } from './printMeasurement';
import { readCorpus } from './readCorpus';
import { Source } from './Source';

/**
 * Measures the engines with labelled pairs of definitions: `--corpus` names the folder of their `*.jsonl` (default: `CHANGEGUARD_CORPUS`),
 * `--json` prints numbers only, `--only` takes files whose name starts so. A file that `sources` does not know is measured by what
 * stands in it. Ends with 1 below a target, with 2 when there is nothing to measure with or a line is not as it should be.
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
  const found: Measurement[] = [];
  const codes = new Set<number>();
  for (const file of readCorpus(folder, values.only)) {
    if (file.outcome === 'cases') {
      const measurement = await measure(file.source, file.cases);
      found.push(measurement);
      codes.add(reaches(file.source, measurement) ? 0 : 1);
      if (!values.json)
        process.stdout.write(printMeasurement(file.source, measurement));
    } else if (file.outcome === 'left-out') {
      process.stderr.write(`${file.name}: left out, since ${file.because}.\n`);
    } else {
      process.stderr.write(`${file.because}\n`);
      codes.add(2);
    }
  }
  if (values.json) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  if (codes.size > 0) return Math.max(...codes);
  process.stderr.write(`There is no file with cases in ${folder}.\n`);
  return 2;
}

function reaches({ targets }: Source, measurement: Measurement): boolean {
  const { verdicts, rules, tallies, identity } = measurement;
  return (
    verdicts >= (targets?.verdicts ?? 0) &&
    (rules ?? 1) >= (targets?.rules ?? 0) &&
    tallies.every(({ agreed, of, target }) => agreed >= target * of) &&
    identity.restless.length === 0 &&
    (!targets || identity.unreadCounted === 0)
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
