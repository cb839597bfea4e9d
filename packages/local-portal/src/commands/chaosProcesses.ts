import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { TRANSPORTS } from '../chaos/Broker.ts';
import { FAULT_KINDS } from '../chaos/planFaults.ts';
import { runChaos } from '../chaos/runChaos.ts';
import { stopEverything } from '../processes/runningProcesses.ts';
import { stopEverythingOnSignal } from '../processes/stopEverythingOnSignal.ts';
import { chaosReport, isFailed } from '../report/chaosReport.ts';
import { Progress } from '../report/Progress.ts';

/** `npm run chaos:processes`: three backends that are killed and frozen for some minutes, and what came of it. */
export async function chaosProcesses(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      minutes: { type: 'string', default: '10' },
      seed: { type: 'string' },
      transport: { type: 'string', default: 'emulator' },
      faults: { type: 'string', default: FAULT_KINDS.join(',') },
    },
  });
  const minutes = positive('minutes', values.minutes);
  const seed = values.seed
    ? positive('seed', values.seed)
    : Math.ceil(Math.random() * 1_000_000);
  const [transport] = among('transport', [values.transport], TRANSPORTS);
  const kinds = among('faults', values.faults.split(','), FAULT_KINDS);

  stopEverythingOnSignal({ exitCode: 130 });
  const progress = new Progress();
  const folder = mkdtempSync(join(tmpdir(), 'changeguard-chaos-'));
  // PostgreSQL may have to run as another user, who could not reach its data otherwise.
  chmodSync(folder, 0o755);
  progress.say(`Seed ${seed}, ${minutes} minutes, events over: ${transport}`);
  try {
    const result = await runChaos({
      ...{ minutes, seed, transport, folder, progress },
      kinds,
    });
    process.stdout.write(chaosReport(seed, result));
    if (isFailed(result)) {
      progress.say(`Logs are kept in ${folder}`);
      return 1;
    }
    rmSync(folder, { recursive: true, force: true });
    return 0;
  } catch (error) {
    progress.say(`Seed ${seed}; logs are kept in ${folder}`);
    throw error;
  } finally {
    await stopEverything();
  }
}

/** @throws Error in words, when it is no positive number */
function positive(name: string, value: string): number {
  const number = Number(value);
  if (!(number > 0)) {
    throw new Error(`--${name} is "${value}" and must be a number above 0.`);
  }
  return number;
}

/** @throws Error that lists the choices, when one is not among them */
function among<T extends string>(
  name: string,
  values: string[],
  choices: readonly T[],
): T[] {
  return values.map(value => {
    const choice = choices.find(one => one === value);
    if (choice === undefined) {
      throw new Error(
        `--${name} does not know "${value}": there are ${choices.join(', ')}.`,
      );
    }
    return choice;
  });
}
