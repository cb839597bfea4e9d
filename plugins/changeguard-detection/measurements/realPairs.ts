import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Finding, Severity } from '../src/Finding';
import { compareInWorker, median } from './compareInWorker';
import { pairs, RealPair } from './pairs';

const PAGE = join(
  __dirname,
  '..',
  '..',
  '..',
  'docs',
  'detection',
  'real-pairs.md',
);
const MEGABYTES = 300;
const TIMES = 5;
const START = '<!-- measured -->';
const END = '<!-- /measured -->';

/** Compares published pairs and writes what came of it into the page about them, between two marks; the rest is written by hand. */
async function main(): Promise<void> {
  const rows: string[] = [];
  const lists: string[] = [];
  for (const pair of pairs) {
    const [base, revision] = await Promise.all(
      pair.versions.map(version => pair.read(pair.package, version)),
    );
    const { format } = pair;
    const measured = await compareInWorker(
      { format, base, revision, times: TIMES },
      MEGABYTES,
    );
    const { outcome, findings } = measured[0];
    const count = (severity: Severity) =>
      findings.filter(finding => finding.severity === severity).length;
    rows.push(
      [
        pair.title,
        `\`${pair.package}\` ${pair.versions.join(' → ')}`,
        `${(revision.length / 1e6).toFixed(2)} MB`,
        outcome,
        count('breaking'),
        count('dangerous'),
        count('non-breaking'),
        `${median(measured.map(({ cpu }) => cpu)).toFixed(2)} s`,
        `${median(measured.map(({ wall }) => wall)).toFixed(2)} s`,
      ].join(' | '),
    );
    lists.push(listOf(pair, findings));
    process.stdout.write(`${rows.at(-1)}\n`);
  }
  const table = [
    '| definition | package | size | outcome | breaking | dangerous | other | processor | passed |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(row => `| ${row} |`),
  ].join('\n');
  write([table, ...lists].join('\n\n'));
}

/** The rules that found most, with one finding of each. */
function listOf({ title }: RealPair, findings: readonly Finding[]): string {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.severity === 'non-breaking') continue;
    byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  }
  const lines = [...byRule]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, 12)
    .map(([rule, [first, ...rest]]) => {
      const where = first.operation ? ` (${first.operation})` : '';
      const message = first.message.replace(/[\\`*_[\]<>|]/g, '\\$&');
      return `- ${rest.length + 1} × \`${rule}\`, such as: ${message.slice(
        0,
        240,
      )}${where}`;
    });
  return [`### ${title}`, ...lines]
    .join('\n\n')
    .replace(/\n\n- /g, '\n- ')
    .replace('\n- ', '\n\n- ');
}

function write(measured: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const [before] = page.split(START);
  const after = page.split(END)[1];
  mkdirSync(join(PAGE, '..'), { recursive: true });
  writeFileSync(PAGE, `${before}${START}\n\n${measured}\n\n${END}${after}`);
}

main().catch(error => {
  process.stderr.write(`${error?.stack ?? error}\n`);
  process.exitCode = 1;
});
