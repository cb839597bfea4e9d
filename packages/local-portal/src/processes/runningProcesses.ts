import type { ManagedProcess } from './ManagedProcess.ts';

/** Everything started and not yet ended, in the order it was started. */
const running: ManagedProcess[] = [];

export function remember(process: ManagedProcess): void {
  running.push(process);
}

export function forget(process: ManagedProcess): void {
  const index = running.indexOf(process);
  if (index >= 0) {
    running.splice(index, 1);
  }
}

/**
 * Stops what was started last first: a backend can still say goodbye to its database. Also right for
 * a start that was broken off halfway.
 *
 * @public
 */
export async function stopEverything(): Promise<void> {
  for (let last = running.at(-1); last; last = running.at(-1)) {
    await last.stop();
    forget(last);
  }
}
