import { writeFileSync } from 'fs';
import { availableParallelism } from 'os';
import { parseArgs } from 'util';
import { Aim, FaultMode, faultModes } from './FaultPlan';
import { aimsAt, everyNth, pointsOf } from './planRuns';
import { RunResult } from './runOnce';
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
  /** Every n-th of the points × modes. */
  every: number;
  /** A file for the counts, for machines. */
  json?: string;
}

function readWish(): Wish {
  const { values } = parseArgs({
    options: {
      point: { type: 'string' },
      mode: { type: 'string' },
      every: { type: 'string', default: '1' },
      json: { type: 'string' },
    },
  });
  const mode = faultModes.find(one => one === values.mode);
  if (values.mode && !mode) {
    throw new Error(`--mode must be one of ${faultModes.join(', ')}`);
  }
  const every = Number(values.every);
  if (!Number.isInteger(every) || every < 1) {
    throw new Error('--every must be a whole number above 0');
  }
  return { point: values.point, mode, every, json: values.json };
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
    every,
  );
}

/** Every fault of the story, or those that were asked for. Ends with 1 when anything was not as it must be. */
async function main(): Promise<number> {
  const wish = readWish();
  const services = {
    postgresUrl: address(
      'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING',
    ),
    redisUrl: address('CHANGEGUARD_TEST_REDIS_URL'),
  };
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const tally = new Tally();
  await withTemplate(services, async withIt => {
    const workers = new Workers(withIt, {
      processes: availableParallelism(),
      runsEach,
    });
    try {
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
      await workers.runAll(chosen, (aim, result) => {
        tally.add(aim, result);
        tellFailure(aim, result, chosen.length === 1);
        if (seconds() - said < 15) return;
        said = seconds();
        say(
          `  ${tally.done - undisturbedRuns} of ${chosen.length}, ${
            tally.failed
          } failed, ${said} s`,
        );
      });
      say(`  The instances took ${workers.cpuSeconds} s of a processor.`);
    } finally {
      workers.close();
    }
  });
  say(tally.report());
  say(
    `${tally.strikes} faults struck, ${
      tally.failed
    } runs were not as they must be, ${seconds()} s`,
  );
  if (wish.json) {
    const { passed, failed } = tally;
    writeFileSync(wish.json, JSON.stringify({ passed, failed }));
  }
  return tally.failed === 0 ? 0 : 1;
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
