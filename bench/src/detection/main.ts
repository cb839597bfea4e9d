import type { Row } from '../Row';
import { measureEngines } from './measureEngines';
import { measureHostile } from './measureHostile';
import { measureSweep } from './measureSweep';

/**
 * Measures what comparing takes of a process that does nothing else, and so loads the plugins' sources with Backstage's transform; sends
 * the rows to its parent.
 */
async function main(server: string): Promise<void> {
  const rows: Row[] = [
    ...(await measureEngines()),
    ...(await measureSweep(server)),
    ...(await measureHostile()),
  ];
  if (process.send) process.send(rows);
  else process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
}

main(process.argv[2]).catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
