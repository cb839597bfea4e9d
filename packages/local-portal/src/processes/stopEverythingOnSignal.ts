import { stopEverything } from './runningProcesses.ts';

const SIGNALS: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Makes sure that nothing outlives this process: on a signal, and when whoever started us is gone
 * without a word, everything is stopped and the process ends. A second signal changes nothing, for
 * each stop has a limit of its own.
 *
 * @public
 * @param options - the exit code of a process that was stopped (0 where stopping is how it is meant to
 *   end), and what is called once before things are stopped
 * @returns aborted from the moment on when things are being stopped
 */
export function stopEverythingOnSignal(options: {
  exitCode: number;
  onStop?: () => void;
}): AbortSignal {
  const stopping = new AbortController();
  const stop = () => {
    if (stopping.signal.aborted) {
      return;
    }
    stopping.abort();
    options.onStop?.();
    stopEverything().finally(() => process.exit(options.exitCode));
  };
  for (const signal of SIGNALS) {
    process.on(signal, stop);
  }
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) {
      stop();
    }
  }, 1_000).unref();
  return stopping.signal;
}
