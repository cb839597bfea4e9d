import {
  ENDED_WELL,
  type ManagedProcess,
} from '../processes/ManagedProcess.ts';

/** How long a backend may take to finish what it has in hand. */
const DRAIN_MS = 10_000;

/**
 * Asks backends to stop, one after the other, as an orchestrator does when a new release is rolled out. Answers a sentence for each that
 * did not end well by itself in time.
 */
export async function stopInOrder(
  backends: readonly ManagedProcess[],
  drainMs = DRAIN_MS,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const [index, backend] of backends.entries()) {
    const how = await endOf(backend, drainMs);
    if (how !== ENDED_WELL) {
      wrong.push(`backend ${index} was asked to stop and ${how}`);
    }
  }
  return wrong;
}

async function endOf(
  backend: ManagedProcess,
  drainMs: number,
): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>(resolve => {
    timer = setTimeout(
      () => resolve(`was still there ${drainMs / 1000} s later`),
      drainMs,
    );
  });
  backend.kill('SIGTERM');
  const how = await Promise.race([backend.exited, late]);
  clearTimeout(timer);
  return how;
}
