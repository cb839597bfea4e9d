import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Finding } from '../src/Finding';

/** What a worker is given. */
export interface WorkerRequest {
  format: string;
  base: string;
  revision: string;
  times: number;
}

/** What one comparison gave and took. */
export interface MeasuredComparison {
  outcome: 'compared' | 'partial';
  findings: Finding[];
  /** Seconds that passed; they count what else the machine does. */
  wall: number;
  /** Seconds of processor time of the worker alone. */
  cpu: number;
}

/** Compares in a worker thread that may not have more heap than `megabytes`; it ends with an error when it needs more. */
export function compareInWorker(
  request: WorkerRequest,
  megabytes: number,
): Promise<MeasuredComparison[]> {
  const young = Math.min(48, Math.ceil(megabytes / 4));
  const worker = new Worker(join(__dirname, 'comparisonWorker.ts'), {
    workerData: request,
    resourceLimits: {
      maxYoungGenerationSizeMb: young,
      maxOldGenerationSizeMb: megabytes - young,
    },
  });
  const measured: MeasuredComparison[] = [];
  return new Promise((resolve, reject) => {
    worker.on('message', message => measured.push(message));
    worker.once('error', reject);
    worker.once('exit', () => resolve(measured));
  });
}

/** The one in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}
