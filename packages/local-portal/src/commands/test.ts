import { parseArgs } from 'node:util';
import type { Check } from '../checks/Check.ts';
import { CheckContext } from '../checks/CheckContext.ts';
import { checks } from '../checks/checks.ts';
import { stopEverythingOnSignal } from '../processes/stopEverythingOnSignal.ts';
import { checkReport, type CheckOutcome } from '../report/checkReport.ts';

/** `npm test`: every check, or those named with `--only`; goes on after one that failed. */
export async function test(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { only: { type: 'string', multiple: true } },
  });
  const chosen = choose(values.only);
  stopEverythingOnSignal({ exitCode: 130 });
  const context = new CheckContext();
  const outcomes: CheckOutcome[] = [];
  try {
    for (const check of chosen) {
      outcomes.push(await outcomeOf(check, context));
    }
    process.stdout.write(checkReport(outcomes, await context.used()));
  } finally {
    await context.close();
  }
  return outcomes.every(({ failed }) => failed === 0) ? 0 : 1;
}

async function outcomeOf(
  check: Check,
  context: CheckContext,
): Promise<CheckOutcome> {
  const { name } = check;
  context.progress.say(`\n── ${name} ──`);
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  try {
    return { name, ...(await check.run(context)), seconds: seconds() };
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error);
    context.progress.say(note);
    return { name, passed: 0, failed: 1, note, seconds: seconds() };
  }
}

/** @throws Error that lists the names when one is not among them */
function choose(only: string[] | undefined): Check[] {
  const names = only?.flatMap(value => value.split(','));
  const unknown = names?.find(name => !checks.some(one => one.name === name));
  if (unknown !== undefined) {
    throw new Error(
      `There is no step "${unknown}": the steps are ${checks
        .map(({ name }) => name)
        .join(', ')}.`,
    );
  }
  return names ? checks.filter(({ name }) => names.includes(name)) : checks;
}
