import type { Row } from '../Row';
import { measureExport } from './measureExport';
import { measureVerification } from './measureVerification';
import { measureWriteCost } from './measureWriteCost';

/**
 * Measures the audit trail on a PostgreSQL server, without a portal around it. Runs in a process of its own, because it loads the
 * plugin's sources with Backstage's transform; sends the rows to its parent.
 */
async function main(server: string): Promise<void> {
  const rows: Row[] = [
    await measureWriteCost(server),
    ...(await measureVerification(server)),
    await measureExport(server),
  ];
  if (process.send) process.send(rows);
  else process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
}

main(process.argv[2]).catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
