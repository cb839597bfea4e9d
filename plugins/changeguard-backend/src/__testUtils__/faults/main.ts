import { writeFileSync } from 'fs';
import { availableParallelism } from 'os';
import { parseArgs } from 'util';
import { Aim, FaultMode, faultModes } from './FaultPlan';
import { aimsAt, everyNth, pointsOf } from './planRuns';
import { RunResult } from './runOnce';
import { ScheduleWish } from './schedules/playSchedules';
import { runSchedules } from './schedules/runSchedules';
import { Tally } from './Tally';
import { withTemplate } from './withTemplate';
import { Workers } from './Workers';

const undisturbedRuns = 4;
/** A run waits for most of its time. */
const runsEach = 4;
const say = (text: string) => process.stdout.write(`${text}\n`);

/** What one may ask for. */
interface Wish {
  /** Only this point. */
  point?: string;
  /** Only this mode. */
  mode?: FaultMode;
  /** Every n-th of the points × modes; null for none of them. */
  every: number | null;
  /** So many random orders of what actors do; null for none. */
  schedules: ScheduleWish | null;
  /** A file for the counts, for machines. */
  json?: string;
}

function readWish(): Wish {
  const { values } = parseArgs({
    options: {
      point: { type: 'string' },
      mode: { type: 'string' },
      every: { type: 'string' },
      schedules: { type: 'string' },
      seed: { type: 'string' },
      path: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const mode = faultModes.find(one => one === values.mode);
  if (values.mode && !mode) {
    throw new Error(`--mode must be one of ${faultModes.join(', ')}`);
  }
  const schedules = values.schedules && {
    runs: wholeNumber('schedules', values.schedules),
    seed: wholeNumber('seed', values.seed ?? String(Date.now() % 2 ** 31)),
    path: values.path,
  };
  const { point, every, json } = values;
  return {
    point,
    mode,
    // Who asks for schedules alone gets schedules alone.
    every:
      every || point || mode || !schedules
        ? wholeNumber('every', every ?? '1')
        : null,
    schedules: schedules || null,
    json,
  };
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${option} must be a whole number above 0`);
}

function address(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`Set ${variable}: "npm run chaos" does`);
  return value;
}

function wished(aims: Aim[], { point, mode, every }: Wish): Aim[] {
  return everyNth(
    aims.filter(
      aim => (!point || aim.point === point) && (!mode || aim.mode === mode),
    ),
    every ?? 1,
  );
}

/** The story with its faults. */
async function runFaults(
  workers: Workers,
  wish: Wish,
  tally: Tally,
): Promise<void> {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const undisturbed: string[][] = [];
  await workers.runAll(Array(undisturbedRuns).fill(null), (aim, result) => {
    undisturbed.push(result.points);
    tally.add(aim, result);
  });
  const points = pointsOf(undisturbed);
  const aims = aimsAt(points.steady);
  const chosen = wished(aims, wish);
  say(
    `The story has ${points.steady.length} points, ${aims.length} points × modes; ${chosen.length} of them are run. ` +
      `${points.unsteady.length} more points come in some runs only.`,
  );
  if (wish.point && chosen.length === 0) {
    throw new Error(`There is no point "${wish.point}"`);
  }
  let said = seconds();
  const heard = (aim: Aim | null, result: RunResult) => {
    tally.add(aim, result);
    tellFailure(aim, result, chosen.length === 1);
    if (seconds() - said < 15) return;
    said = seconds();
    say(
      `  ${tally.strikes} of ${chosen.length}, ${tally.failed} failed, ${said} s`,
    );
  };
  await workers.runAll(chosen, heard);
  // A call whose number time decides may not have come; it gets another chance.
  await workers.runAll(tally.takeMissed(), heard);
  say(
    `${tally.strikes} faults struck in ${seconds()} s; the instances took ${
      workers.cpuSeconds
    } s of a processor.`,
  );
}

/** Every fault of the story, or those that were asked for, and schedules. Ends with 1 when anything was not as it must be. */
async function main(): Promise<number> {
  const wish = readWish();
  const services = {
    postgresUrl: address(
      'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING',
    ),
    redisUrl: address('CHANGEGUARD_TEST_REDIS_URL'),
  };
  const processes = availableParallelism();
  const tally = new Tally();
  await withTemplate(services, async withIt => {
    if (wish.every) {
      const workers = new Workers(withIt, { processes, runsEach });
      try {
        await runFaults(workers, wish, tally);
      } finally {
        workers.close();
      }
      say(tally.report());
    }
    if (wish.schedules) {
      const { runs, seed } = wish.schedules;
      say(`${runs} schedules, seed ${seed}`);
      const played = await runSchedules(withIt, wish.schedules, processes);
      played.failures.forEach(say);
      tally.addSchedules(played);
      say(
        `${played.runs} schedules played in ${played.seconds} s, ${played.failures.length} failed`,
      );
    }
  });
  const { passed, failed } = tally;
  say(`${passed} as they must be, ${failed} not`);
  if (wish.json) writeFileSync(wish.json, JSON.stringify({ passed, failed }));
  return failed === 0 ? 0 : 1;
}

function tellFailure(
  aim: Aim | null,
  result: RunResult,
  always: boolean,
): void {
  if (result.violations.length === 0 && !always) return;
  if (aim) say(`\n${aim.mode} at ${aim.point}`);
  result.violations.forEach(({ invariant, sentence }) =>
    say(`  ${invariant}: ${sentence}`),
  );
  say(
    result.journal.map(line => `    ${line.replace(/\s+/g, ' ')}`).join('\n'),
  );
}

main().then(
  code => process.exit(code),
  error => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
