import {
  ExportVerifier,
  linesOf,
  parseRecordLine,
} from '@changeguard/audit-chain';
import { hashEach, timed, type InTurn } from './InTurn';
import type { TrailLab } from './TrailLab';

/**
 * Lines cut and parsed, links, digests and the trailer, page by page as they are exported, as the command line does; against what whoever
 * reads the same lines does at least: cut them, parse each as JSON, and hash its record.
 */
export async function verifyExport(
  lab: TrailLab,
  records: number,
): Promise<InTurn> {
  const times: InTurn = { ours: [], plain: [] };
  const verifier = new ExportVerifier({ keys: lab.keys });
  const head = await lab.exporter.head();
  const pages = lab.exporter.jsonl({ fromSeq: 1, filter: null }, head);
  for await (const text of pages) {
    const page = Buffer.from(text);
    const lines: Buffer[] = [];
    const ours = await timed(async () => {
      for await (const line of linesOf(only(page))) {
        verifier.take(line);
        lines.push(line);
      }
    });
    const contents = lines.flatMap(
      line => parseRecordLine(line)?.content ?? [],
    );
    // The header and the trailer are pages of their own.
    if (contents.length === 0) continue;
    const plain = await timed(async () => {
      for await (const line of linesOf(only(page))) JSON.parse(`${line}`);
      hashEach(contents);
    });
    times.ours.push(ours / contents.length);
    times.plain.push(plain / contents.length);
  }
  const report = verifier.end();
  if (report.firstBad || report.records !== records) {
    throw new Error(
      `The export of ${report.records} records is bad: ${JSON.stringify(
        report.firstBad,
      )}`,
    );
  }
  return times;
}

async function* only(chunk: Buffer) {
  yield chunk;
}
