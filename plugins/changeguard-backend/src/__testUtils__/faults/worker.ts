import { Aim } from './FaultPlan';
import { runOnce, RunResult } from './runOnce';
import { Setting } from './World';

/** What the worker is asked. */
export interface RunRequest {
  id: number;
  setting: Setting;
  aim: Aim | null;
}

/** What it answers. */
export interface RunAnswer {
  id: number;
  result: RunResult;
  /** Of the worker so far, in milliseconds of a processor. */
  cpuMs: number;
}

// Every backend listens to the process, and a worker has many in its life.
process.setMaxListeners(0);

/** Runs what it is asked to, several at a time, until it is disconnected. */
process.on('message', ({ id, setting, aim }: RunRequest) => {
  runOnce(setting, aim).then(
    result => {
      const { user, system } = process.cpuUsage();
      const cpuMs = (user + system) / 1000;
      process.send?.({ id, result, cpuMs } satisfies RunAnswer);
    },
    error => {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
