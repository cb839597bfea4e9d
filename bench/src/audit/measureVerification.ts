import { createHash, hash as hashOnce } from 'node:crypto';
import {
  ChainVerifier,
  ExportVerifier,
  GENESIS,
  linesOf,
  parseRecordLine,
  type SealedContent,
} from '@changeguard/audit-chain';
import type { SealedRow } from '../../../plugins/changeguard-backend/src/audit/ChainReader';
import { sealedContent } from '../../../plugins/changeguard-backend/src/audit/sealedContent';
import { median } from '../compare';
import type { Row } from '../Row';
import { TrailLab } from './TrailLab';

const RECORDS = 200_000;
/** Hashed in turn, so that what else the machine does slows both. */
const IN_TURN = 2_000;
const ROUNDS = 3;
/** What the page of the portal asks for at once. */
const STRETCH = 10_000;

/** Microseconds per record, one figure for each stretch. */
interface InTurn {
  ours: number[];
  plain: number[];
}

/**
 * Verifying a trail against a SHA-256 of each record's canonical bytes, which is the least that any verification does: with everything in
 * memory, which is held to a goal; of an export, as the command line does; and by the backend, where reading the database is most of it.
 */
export async function measureVerification(server: string): Promise<Row[]> {
  const lab = await TrailLab.open(server, 'bench_trail');
  await lab.fill(RECORDS);
  const { chain, text, stream, reading } = await inMemory(lab);
  const ofExport = await exported(lab);
  const whole = await inDatabase(lab);
  await lab.close();
  return [
    row('audit-verify-rate', 'following the chain in memory', chain, 2, {
      note: `as text ${text.toFixed(2)} µs, in one stream ${stream.toFixed(
        2,
      )} µs`,
    }),
    row('audit-verify-export', 'verifying an export', ofExport, null),
    row(
      'audit-verify-database',
      'the backend verifying its chain',
      { ours: whole, plain: chain.plain },
      null,
      { note: `reading alone ${reading.toFixed(1)} µs` },
    ),
  ];
}

/** Links and digests of what was read. */
async function inMemory(
  lab: TrailLab,
): Promise<{ chain: InTurn; text: number; stream: number; reading: number }> {
  const chain: InTurn = { ours: [], plain: [] };
  const [text, stream, reading]: number[][] = [[], [], []];
  let hash: Buffer | null = GENESIS;
  for (let seq = 1; seq <= RECORDS; seq += IN_TURN) {
    let rows: SealedRow[] = [];
    const read = await timed(async () => {
      rows = await lab.chain.stretch(seq, IN_TURN);
    });
    const sealed = rows.map(({ seal, record }) => ({
      seal,
      content: present(sealedContent(record)),
    }));
    const contents = sealed.map(({ content }) => content);
    const each = (us: number) => us / contents.length;
    const before: Buffer | null = hash;
    // More than once, because what was just read is not in the processor's caches, for whoever comes first.
    for (let round = 0; round < ROUNDS; round++) {
      const verifier: ChainVerifier = new ChainVerifier({
        seq: seq - 1,
        hash: before,
      });
      chain.plain.push(each(await timed(() => hashEach(contents))));
      chain.ours.push(
        each(
          await timed(() => {
            for (const { seal, content } of sealed) {
              const bad = verifier.take(seal, content);
              if (bad) throw new Error(`Record ${bad.seq}: ${bad.fault}`);
            }
          }),
        ),
      );
      text.push(each(await timed(() => hashEachAsText(contents))));
      stream.push(each(await timed(() => hashAll(contents))));
      hash = verifier.at.hash;
    }
    reading.push(each(read));
  }
  return {
    chain,
    text: median(text),
    stream: median(stream),
    reading: median(reading),
  };
}

/** Lines cut and parsed, links, digests and the trailer, page by page as they are exported. */
async function exported(lab: TrailLab): Promise<InTurn> {
  const times: InTurn = { ours: [], plain: [] };
  const verifier = new ExportVerifier({ keys: lab.keys });
  const head = await lab.exporter.head();
  for await (const text of lab.exporter.jsonl(
    { fromSeq: 1, filter: null },
    head,
  )) {
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
    times.ours.push(ours / contents.length);
    times.plain.push((await timed(() => hashEach(contents))) / contents.length);
  }
  const { firstBad, records } = verifier.end();
  if (firstBad || records !== RECORDS) {
    throw new Error(
      `The export of ${records} records is bad: ${JSON.stringify(firstBad)}`,
    );
  }
  return times;
}

/** Everything that `GET /audit/verify` looks at. */
async function inDatabase(lab: TrailLab): Promise<number[]> {
  const times: number[] = [];
  for (let from: number | null = 1; from !== null; ) {
    const fromSeq: number = from;
    times.push(
      await timed(async () => {
        const found = await lab.auditor.check(fromSeq, STRETCH);
        if (found.firstBad) throw new Error(JSON.stringify(found.firstBad));
        from = found.nextSeq;
      }).then(us => us / Math.min(STRETCH, RECORDS - fromSeq + 1)),
    );
  }
  return times;
}

function row(
  id: string,
  what: string,
  { ours, plain }: InTurn,
  goal: number | null,
  { note }: { note?: string } = {},
): Row {
  const [p50, base] = [median(ours), median(plain)];
  return {
    id,
    what: `${what}, against a SHA-256 of each of ${RECORDS} records`,
    figure: p50 / base,
    goal,
    unit: '×',
    detail: [
      `${p50.toFixed(2)} µs a record against ${base.toFixed(2)} µs`,
      ...(note ? [note] : []),
    ].join('; '),
  };
}

/** Plain SHA-256, as Node answers it in bytes. */
function hashEach(contents: readonly SealedContent[]): void {
  for (const { bytes } of contents) hashOnce('sha256', bytes, 'buffer');
}

/** The same as text, which costs Node less than a buffer does. */
function hashEachAsText(contents: readonly SealedContent[]): void {
  for (const { bytes } of contents) hashOnce('sha256', bytes, 'hex');
}

/** One hash of everything: says that something is bad, not what. */
function hashAll(contents: readonly SealedContent[]): void {
  const all = createHash('sha256');
  for (const { bytes } of contents) all.update(bytes);
  all.digest();
}

function present(content: SealedContent | null): SealedContent {
  if (!content) throw new Error('A record has no content');
  return content;
}

async function* only(chunk: Buffer) {
  yield chunk;
}

/** Microseconds. */
async function timed(run: () => void | Promise<void>): Promise<number> {
  const started = performance.now();
  await run();
  return (performance.now() - started) * 1_000;
}
