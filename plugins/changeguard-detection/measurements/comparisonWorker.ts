import { parentPort, workerData } from 'node:worker_threads';
import { defaultBudget } from '../src/Comparison';
import { formats } from '../src/formats';
import { judge } from '../src/judge';
import { WorkerRequest } from './compareInWorker';

/** Compares within a worker thread as often as is asked, and tells what each time took. */
async function main({ format: id, base, revision, times }: WorkerRequest) {
  const format = formats.get(id);
  if (!format) throw new Error(`There is no format '${id}'`);
  for (let time = 0; time < times; time++) {
    const started = performance.now();
    const used = process.threadCpuUsage();
    const comparison = await format.compare(base, revision, {
      budget: defaultBudget,
      now: new Date('2026-01-15T00:00:00Z'),
    });
    if (comparison.outcome === 'failed') throw new Error(comparison.message);
    const findings = judge(comparison.findings, {
      rules: new Map(format.rules.map(rule => [rule.id, rule])),
      engine: format.id,
      engineVersion: format.version,
    });
    const { user, system } = process.threadCpuUsage(used);
    parentPort!.postMessage({
      outcome: comparison.outcome,
      findings,
      wall: (performance.now() - started) / 1e3,
      cpu: (user + system) / 1e6,
    });
  }
}

main(workerData).catch(error => {
  throw error;
});
