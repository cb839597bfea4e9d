import { workerData } from 'worker_threads';

/**
 * Whether this is a thread that was started for this work, which its `workerData` names as its `kind`. A file that says both where
 * it lies and what its thread does asks before it does it: other threads, such as a test runner's, import it as the process does.
 */
export function isThreadFor(kind: string): boolean {
  return workerData?.kind === kind;
}
