import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import knexFactory from 'knex';
import { AuditExporter } from '../../../plugins/changeguard-backend/src/audit/AuditExporter';
import { ChainReader } from '../../../plugins/changeguard-backend/src/audit/ChainReader';

const MB = 1024 * 1024;
const SAMPLE_MS = 10;

/**
 * Answers exports of one trail over HTTP as the plugin's route does, in a process of its own, so that what it holds is the export's alone.
 * Tells its parent the port; after each export, by how many megabytes its resident memory was above what it was before, at most.
 */
async function main(database: string): Promise<void> {
  const knex = knexFactory({ client: 'pg', connection: database });
  const exporter = new AuditExporter({
    chain: new ChainReader(knex),
    signer: null,
  });

  async function answer(req: IncomingMessage, res: ServerResponse) {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://bench');
    const request = {
      fromSeq: Number(searchParams.get('fromSeq') ?? 1),
      filter: null,
    };
    const head = await exporter.head();
    const content =
      pathname === '/csv'
        ? exporter.csv(request, head)
        : exporter.jsonl(request, head);
    global.gc?.();
    const before = process.memoryUsage.rss();
    let peak = before;
    const sampling = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, SAMPLE_MS);
    await pipeline(Readable.from(content, { highWaterMark: 1 }), res);
    clearInterval(sampling);
    process.send?.({ grown: (peak - before) / MB });
  }

  const server = createServer((req, res) => {
    answer(req, res).catch(error => {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      res.destroy();
    });
  });
  server.listen(0, '127.0.0.1', () => {
    process.send?.({ port: (server.address() as AddressInfo).port });
  });
  process.once('disconnect', () => {
    server.close();
    knex.destroy();
  });
}

main(process.argv[2]).catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
