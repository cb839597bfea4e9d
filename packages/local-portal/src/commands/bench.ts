import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout } from '../checkout.ts';
import { stopEverything } from '../processes/runningProcesses.ts';
import { stopEverythingOnSignal } from '../processes/stopEverythingOnSignal.ts';
import type { Command } from './commands.ts';

/**
 * `npm run bench`: hands over to `main` of bench/src/main.ts, which starts services and portals of its
 * own with this package; whatever it leaves running is stopped here.
 */
export async function bench(args: string[]): Promise<number> {
  stopEverythingOnSignal({ exitCode: 130 });
  const file = pathToFileURL(join(checkout.root, 'bench', 'src', 'main.ts'));
  try {
    const { main } = (await import(file.href)) as { main: Command };
    return await main(args);
  } finally {
    await stopEverything();
  }
}
