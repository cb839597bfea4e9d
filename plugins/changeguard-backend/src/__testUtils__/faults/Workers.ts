import { ChildProcess, fork } from 'child_process';
import { resolve } from 'path';
import { Aim } from './FaultPlan';
import { RunResult } from './runOnce';
import { RunAnswer, RunRequest } from './worker';
import { Setting } from './World';

/** Runs after which a worker is replaced: what an abandoned instance leaves in its memory ends with it. */
const runsPerWorker = 120;

interface Worker {
  process: ChildProcess;
  begun: number;
  waiting: Map<number, (answer: RunResult | Error) => void>;
}

/**
 * Processes that run runs, each several at a time: most of a run is waiting.
 *
 * States: open → `close` → closed, with whatever was running.
 */
export class Workers {
  private readonly workers: Worker[] = [];
  private nextId = 1;
  private readonly cpu = new Map<number | undefined, number>();

  constructor(
    private readonly setting: Setting,
    private readonly size: { processes: number; runsEach: number },
  ) {}

  /** Runs all, as many at a time as there is room, and tells of each as it ends. */
  async runAll(
    aims: readonly (Aim | null)[],
    onResult: (aim: Aim | null, result: RunResult) => void,
  ): Promise<void> {
    const left = [...aims];
    const lane = async (place: number) => {
      for (let aim = left.shift(); aim !== undefined; aim = left.shift()) {
        onResult(aim, await this.run(place, aim));
      }
    };
    const { processes, runsEach } = this.size;
    await Promise.all(
      Array.from({ length: processes * runsEach }, (_, n) =>
        lane(n % processes),
      ),
    );
  }

  /** Processor time of all workers so far, in seconds. */
  get cpuSeconds(): number {
    return Math.round([...this.cpu.values()].reduce((a, b) => a + b, 0) / 1000);
  }

  close(): void {
    for (const { process } of this.workers) process.kill();
  }

  private async run(place: number, aim: Aim | null): Promise<RunResult> {
    const worker = this.workerAt(place);
    const id = this.nextId++;
    worker.begun++;
    const request: RunRequest = { id, setting: this.setting, aim };
    const answer = await new Promise<RunResult | Error>(heard => {
      worker.waiting.set(id, heard);
      worker.process.send(request);
    });
    worker.waiting.delete(id);
    if (worker.begun >= runsPerWorker && worker.waiting.size === 0) {
      worker.process.disconnect();
    }
    if (answer instanceof Error) throw answer;
    return answer;
  }

  private workerAt(place: number): Worker {
    const present = this.workers[place];
    if (present && present.begun < runsPerWorker) return present;
    const worker: Worker = {
      process: fork(resolve(__dirname, 'worker.ts'), {
        execArgv: ['--require', '@backstage/cli/config/nodeTransform.cjs'],
      }),
      begun: 0,
      waiting: new Map(),
    };
    worker.process.on('message', ({ id, result, cpuMs }: RunAnswer) => {
      this.cpu.set(worker.process.pid, cpuMs);
      worker.waiting.get(id)?.(result);
    });
    worker.process.on('exit', code => {
      const gone = new Error(`A worker ended with ${code}`);
      worker.waiting.forEach(heard => heard(gone));
    });
    this.workers[place] = worker;
    return worker;
  }
}
