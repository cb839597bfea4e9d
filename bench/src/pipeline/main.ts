import type { Row } from '../Row';
import { measureLedger } from './measureLedger';
import { measureLongTransaction } from './measureLongTransaction';
import { measureRelay } from './measureRelay';

/**
 * Measures the parts behind the API on a PostgreSQL server, without a portal around them. Runs in a process of its own, because it
 * loads the plugin's sources with Backstage's transform; sends the rows to its parent.
 */
async function main(server: string): Promise<void> {
  const rows: Row[] = [
    ...(await measureRelay(server)),
    ...(await measureLedger(server)),
    await measureLongTransaction(server),
  ];
  if (process.send) process.send(rows);
  else process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
}

main(process.argv[2]).catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
