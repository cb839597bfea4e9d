import { writeFileSync } from 'fs';
import { availableParallelism } from 'os';
import { parseArgs } from 'util';
import { BrokerName, brokerNames } from './brokers/Broker';
import { Aim, FaultMode, faultModes } from './FaultPlan';
import { aimsAt, brokerOf, everyNth, pointsOf, pointsProved } from './planRuns';
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
  /** What carries the events, one after the other. */
  brokers: readonly BrokerName[];
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
      broker: { type: 'string' },
      point: { type: 'string' },
      mode: { type: 'string' },
      every: { type: 'string' },
      schedules: { type: 'string' },
      seed: { type: 'string' },
      path: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const mode = among('mode', faultModes, values.mode);
  const broker = among('broker', brokerNames, values.broker);
  const schedules = values.schedules && {
    runs: wholeNumber('schedules', values.schedules),
    seed: wholeNumber('seed', values.seed ?? String(Date.now() % 2 ** 31)),
    path: values.path,
  };
  const { point, every, json } = values;
  const only = broker ?? (point && brokerOf(point));
  return {
    brokers: only ? [only] : brokerNames,
    point,
    mode,
    // Who asks for schedules alone gets schedules alone.
    every:
      every || broker || point || mode || !schedules
        ? wholeNumber('every', every ?? '1')
        : null,
    schedules: schedules || null,
    json,
  };
}

function among<T extends string>(
  option: string,
  known: readonly T[],
  value: string | undefined,
): T | undefined {
  const found = known.find(one => one === value);
  if (value && !found) {
    throw new Error(`--${option} must be one of ${known.join(', ')}`);
  }
  return found;
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

/** The story with its faults, on one broker. */
async function runFaults(
  workers: Workers,
  broker: BrokerName,
  wish: Wish,
  tally: Tally,
): Promise<void> {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const before = tally.strikes;
  const undisturbed: string[][] = [];
  await workers.runAll(Array(undisturbedRuns).fill(null), (aim, result) => {
    undisturbed.push(pointsProved(broker, result.points));
    tally.add(aim, result);
  });
  const points = pointsOf(undisturbed);
  const aims = aimsAt(points.steady);
  const chosen = wished(aims, wish);
  say(
    `On the broker ${broker} the story has ${points.steady.length} points, ${aims.length} points × modes; ${chosen.length} of them are run. ` +
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
      `  ${tally.strikes - before} of ${chosen.length}, ${
        tally.failed
      } failed, ${said} s`,
    );
  };
  await workers.runAll(chosen, heard);
  // A call whose number time decides may not have come; it gets another chance.
  await workers.runAll(tally.takeMissed(), heard);
  say(
    `${
      tally.strikes - before
    } faults struck in ${seconds()} s; the instances took ${
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
      for (const broker of wish.brokers) {
        const setting = { services: withIt, broker };
        const workers = new Workers(setting, { processes, runsEach });
        try {
          await runFaults(workers, broker, wish, tally);
        } finally {
          workers.close();
        }
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
