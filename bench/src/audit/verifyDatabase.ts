import { sealedContent } from '../../../plugins/changeguard-backend/src/audit/sealedContent';
import { hashEach, timed, type InTurn } from './InTurn';
import type { TrailLab } from './TrailLab';

/** What the page of the portal asks for at once. */
const STRETCH = 10_000;
/** Read by one statement, as the auditor does. */
const BATCH = 200;

/** Everything that `GET /audit/verify` looks at, against reading the same records and hashing each. */
export async function verifyDatabase(
  lab: TrailLab,
  records: number,
): Promise<InTurn> {
  const times: InTurn = { ours: [], plain: [] };
  let turn = 0;
  for (let from: number | null = 1; from !== null; turn++) {
    const fromSeq: number = from;
    const count = Math.min(STRETCH, records - fromSeq + 1);
    const ours = async () => {
      const us = await timed(async () => {
        const found = await lab.auditor.check(fromSeq, STRETCH);
        if (found.firstBad) throw new Error(JSON.stringify(found.firstBad));
        from = found.nextSeq;
      });
      times.ours.push(us / count);
    };
    const plain = async () => {
      const us = await timed(() => readAndHash(lab, fromSeq, count));
      times.plain.push(us / count);
    };
    // Whoever comes second finds what PostgreSQL has just read.
    for (const run of turn % 2 ? [ours, plain] : [plain, ours]) await run();
  }
  return times;
}

async function readAndHash(lab: TrailLab, fromSeq: number, count: number) {
  for (let at = fromSeq; at < fromSeq + count; at += BATCH) {
    const rows = await lab.chain.stretch(
      at,
      Math.min(BATCH, fromSeq + count - at),
    );
    hashEach(rows.flatMap(({ record }) => sealedContent(record) ?? []));
  }
}
