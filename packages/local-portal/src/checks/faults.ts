import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import type { Check } from './Check.ts';
import { readCounts } from './readResults.ts';
import { runNode } from './runTool.ts';

/** Of the points × modes, those that fit into six minutes on two processors; always the same. */
const SHARD = ['--every', '5'];
const SCHEDULES = ['--schedules', '2000', '--seed', '1'];

/** Runs the program that lets the main story's calls fail, its output on the terminal. */
export function runFaults(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<boolean> {
  return runNode(
    [
      ...['--disable-warning=ExperimentalWarning'],
      ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
      join('src', '__testUtils__', 'faults', 'main.ts'),
      ...args,
    ],
    { cwd: join(checkout.root, 'plugins', 'changeguard-backend'), env },
  );
}

/** Whatever fails, and whenever: nothing is lost, and nobody is told twice. A fixed part of what `npm run chaos` does. */
export const faults: Check = {
  name: 'faults',
  async run(context) {
    const file = join(context.results, 'faults.json');
    const isFine = await runFaults(
      [...SHARD, ...SCHEDULES, '--json', file],
      await context.environment(),
    );
    return readCounts(file, isFine);
  },
};
