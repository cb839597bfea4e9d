import { MessagePort, parentPort, workerData } from 'worker_threads';
import { isThreadFor } from '../actors/isThreadFor';
import { stepBack } from '../actors/stepBack';
import { ComparisonRequest, JudgedComparison } from './Comparer';

/** What a worker is started with. */
export interface ComparisonWorkerData {
  kind: typeof comparisonWorkerKind;
  /** Longest text. */
  bytes: number;
  /** Of formats that modules add: each exports a `format`. */
  files: readonly string[];
}

/** A comparison as it is sent to a worker. */
export interface ComparisonTask {
  request: ComparisonRequest;
  /** Today, in milliseconds. */
  now: number;
}

/** What a worker says: that it is `ready`, once, and then what came of each task; `broken` is a mistake of an engine. */
export type ComparisonAnswer =
  | { outcome: 'ready' }
  | { outcome: 'done'; comparison: JudgedComparison }
  | { outcome: 'broken'; message: string };

/** Tells a worker that it is one of ours. */
export const comparisonWorkerKind = 'changeguard-comparison';

/**
 * This file is both what the pool imports, to learn where it lies, built or not, and what a worker runs. The engines are loaded by
 * workers alone.
 */
export const comparisonWorkerFile = __filename;

async function loadEngine(data: ComparisonWorkerData) {
  const loaded = await import('./comparisonEngine');
  // What Node makes of a CommonJS module that is imported has the module itself as its default.
  const { comparisonEngine } =
    (loaded as { default?: typeof loaded }).default ?? loaded;
  return comparisonEngine(data);
}

function serve(port: MessagePort, data: ComparisonWorkerData): void {
  stepBack();
  const engine = loadEngine(data);
  const ready: ComparisonAnswer = { outcome: 'ready' };
  engine.then(
    () => port.postMessage(ready),
    // Said in answer to the first task.
    () => port.postMessage(ready),
  );
  port.on('message', async (task: ComparisonTask) => {
    let answer: ComparisonAnswer;
    try {
      const compare = await engine;
      answer = { outcome: 'done', comparison: await compare(task) };
    } catch (error) {
      answer = { outcome: 'broken', message: String(error) };
    }
    port.postMessage(answer);
  });
}

if (parentPort && isThreadFor(comparisonWorkerKind)) {
  serve(parentPort, workerData);
}
