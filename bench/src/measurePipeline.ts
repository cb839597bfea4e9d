import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Row } from './Row.ts';

const TRANSFORM = createRequire(import.meta.url).resolve(
  '@backstage/cli/config/nodeTransform.cjs',
);
const MAIN = fileURLToPath(new URL('./pipeline/main.ts', import.meta.url));

/**
 * Measures what works behind the API, in a process that loads the plugin's sources with Backstage's transform.
 *
 * @param server - the URL of a PostgreSQL server, without a database
 * @throws Error - when the measuring failed; why is on its standard error
 */
export async function measurePipeline(server: string): Promise<Row[]> {
  const child = fork(MAIN, [server], {
    execArgv: ['--require', TRANSFORM],
    stdio: 'inherit',
  });
  let rows: Row[] | undefined;
  child.once('message', message => {
    rows = message as Row[];
  });
  await once(child, 'exit');
  if (!rows) throw new Error('Measuring the pipeline failed');
  return rows;
}
