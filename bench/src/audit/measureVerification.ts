import { median } from '../compare';
import type { Row } from '../Row';
import type { InTurn } from './InTurn';
import { TrailLab } from './TrailLab';
import { verifyDatabase } from './verifyDatabase';
import { verifyExport } from './verifyExport';
import { verifyInMemory } from './verifyInMemory';

const RECORDS = 200_000;
/** Verifying runs at half the rate, or better, of who does not verify but reads the same and hashes it. */
const GOAL = 2;

/**
 * Verifying a trail against a SHA-256 of each record's canonical bytes, which is the least that any verification does: with everything in
 * memory; of an export, as the command line does; and by the backend. What must be read first is read on both sides.
 */
export async function measureVerification(server: string): Promise<Row[]> {
  const lab = await TrailLab.open(server, 'bench_trail');
  await lab.fill(RECORDS);
  const { chain, text, stream } = await verifyInMemory(lab, RECORDS);
  const ofExport = await verifyExport(lab, RECORDS);
  const whole = await verifyDatabase(lab, RECORDS);
  await lab.close();
  const hashing = median(chain.plain);
  const timesHashing = ({ ours }: InTurn) =>
    `${(median(ours) / hashing).toFixed(1)} × hashing alone`;
  return [
    row(
      'audit-verify-rate',
      'following the chain in memory, against a SHA-256 of each',
      chain,
      `as text ${text.toFixed(2)} µs, in one stream ${stream.toFixed(2)} µs`,
    ),
    row(
      'audit-verify-export',
      'verifying an export, against parsing its lines as JSON and a SHA-256 of each',
      ofExport,
      timesHashing(ofExport),
    ),
    row(
      'audit-verify-database',
      'the backend verifying its chain, against reading it and a SHA-256 of each',
      whole,
      timesHashing(whole),
    ),
  ];
}

function row(
  id: string,
  what: string,
  { ours, plain }: InTurn,
  note: string,
): Row {
  const [p50, base] = [median(ours), median(plain)];
  return {
    id,
    what: `${what} of ${RECORDS} records`,
    figure: p50 / base,
    goal: GOAL,
    unit: '×',
    detail: `${p50.toFixed(2)} µs a record against ${base.toFixed(
      2,
    )} µs; ${note}`,
  };
}
