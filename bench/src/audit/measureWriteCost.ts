import { median } from '../compare';
import type { Row } from '../Row';
import { TrailLab } from './TrailLab';
import { WriterAtWork } from './WriterAtWork';

const ROUNDS = 5;
const WRITES = 200;

/**
 * How long the transaction of a change takes while the trail of those before it is written and sealed, against the same without a trail.
 * The writes follow each other without a pause, and everything is in one process: the other subscribers find out who is affected and
 * freeze who is told, as they do in a portal.
 */
export async function measureWriteCost(server: string): Promise<Row> {
  const labs = [
    await TrailLab.open(server, 'bench_audited'),
    await TrailLab.open(server, 'bench_unaudited'),
  ];
  const writers = labs.map(
    (lab, index) => new WriterAtWork(lab, { audited: index === 0 }),
  );
  const times: [number[], number[]] = [[], []];
  for (const writer of writers) await writer.start();
  // The first round is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [which, writer] of writers.entries()) {
      const measured = await writer.write(WRITES);
      if (round > 0) times[which].push(...measured);
    }
  }
  for (const writer of writers) await writer.stop();
  const { head } = await labs[0].chain.standing();
  for (const lab of labs) await lab.close();
  if (!head) throw new Error('Nothing was sealed');
  const [audited, unaudited] = times.map(median);
  return {
    id: 'audit-write-cost',
    what: 'recording changes back to back with the audit trail at work behind them, against without',
    figure: audited / unaudited,
    goal: 1.25,
    unit: '×',
    detail: `${audited.toFixed(2)} ms against ${unaudited.toFixed(
      2,
    )} ms, medians of ${ROUNDS * WRITES}; ${head.seq} records sealed meanwhile`,
  };
}
