import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Row } from './Row.ts';

const TRANSFORM = createRequire(import.meta.url).resolve(
  '@backstage/cli/config/nodeTransform.cjs',
);

/**
 * Runs a file of this folder in a process that loads the plugins' sources with Backstage's transform, and answers the rows it sends.
 *
 * @param file - relative to this folder
 * @throws Error - when the measuring failed; why is on its standard error
 */
export async function forkForRows(
  file: string,
  args: readonly string[] = [],
): Promise<Row[]> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [...args], {
    execArgv: ['--require', TRANSFORM],
    stdio: 'inherit',
  });
  let rows: Row[] | undefined;
  // Backstage's transform sends messages, too: which files it loaded.
  child.on('message', message => {
    if (Array.isArray(message)) rows = message as Row[];
  });
  await once(child, 'exit');
  if (!rows) throw new Error(`Measuring with ${file} failed`);
  return rows;
}
