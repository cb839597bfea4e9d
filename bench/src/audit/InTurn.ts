import { hash } from 'node:crypto';

/** Microseconds per record of two ways that are timed in turn, so that what else the machine does slows both; one figure for each stretch. */
export interface InTurn {
  ours: number[];
  plain: number[];
}

/** Microseconds. */
export async function timed(run: () => void | Promise<void>): Promise<number> {
  const started = performance.now();
  await run();
  return (performance.now() - started) * 1_000;
}

/** Plain SHA-256, as Node answers it in bytes. */
export function hashEach(contents: readonly { bytes: Buffer }[]): void {
  for (const { bytes } of contents) hash('sha256', bytes, 'buffer');
}
