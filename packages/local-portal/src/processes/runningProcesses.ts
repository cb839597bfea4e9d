import type { ManagedProcess } from './ManagedProcess.ts';

/** Everything started and not yet ended. */
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
 * Stops what leans on other programs first, then those: a backend can still say goodbye to its database.
 * Also right for a start that was broken off halfway.
 *
 * @public
 */
export async function stopEverything(): Promise<void> {
  while (running.length > 0) {
    const leaning = running.filter(one => one.needsOthers);
    const now = leaning.length > 0 ? leaning : [...running];
    await Promise.all(now.map(one => one.stop()));
    now.forEach(forget);
  }
}
