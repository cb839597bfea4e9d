import { getPriority, platform, setPriority } from 'os';

/** A third of what others get where there is too little for all: enough for long work to end in its time on a busy machine. */
const niceness = 5;
const mostNice = 19;

/**
 * Called in a thread that works long: who waits for it waits for seconds; who waits for the event loop must not. On Linux the priority is
 * the calling thread's, and that of what it starts; elsewhere it would be the whole process's. Where it is refused, work goes on as it is.
 */
export function stepBack(): void {
  if (platform() !== 'linux') return;
  try {
    setPriority(Math.min(mostNice, getPriority() + niceness));
  } catch {
    // Some sandboxes let nobody change it.
  }
}
