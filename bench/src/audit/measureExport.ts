import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Row } from '../Row';
import { TrailLab } from './TrailLab';

const RECORDS = 1_000_000;
/** What a resumed export still brings. */
const LAST = 1_000;
/** The reader rests after so much, so that the writer has to wait for it again and again. */
const BREATH_BYTES = 16 * 1024 * 1024;
const BREATH_MS = 20;

/** What a reader got. */
interface Taken {
  lines: number;
  megabytes: number;
  ms: number;
}

/** By how much a process grows that exports a million records to a reader that is slower than it, as JSONL and, another process, as CSV; and how soon the end of such an export is resumed. */
export async function measureExport(server: string): Promise<Row> {
  const name = 'bench_export';
  const lab = await TrailLab.open(server, name);
  await lab.fill(RECORDS);
  await lab.close();
  const database = `${server}/${name}`;
  const [jsonl, resumed] = await exported(database, 'jsonl', [
    { fromSeq: 1, lines: RECORDS + 2 },
    { fromSeq: RECORDS - LAST + 1, lines: LAST + 2 },
  ]);
  const [csv] = await exported(database, 'csv', [
    { fromSeq: 1, lines: RECORDS + 1 },
  ]);
  return {
    id: 'audit-export-memory',
    what: `the memory that exporting ${RECORDS} records of the audit trail takes more, to a slow reader`,
    figure: Math.max(jsonl.grown, csv.grown),
    goal: 64,
    unit: 'MB',
    detail: [
      said('JSONL', jsonl),
      said('CSV', csv),
      `its last ${LAST} records resumed in ${resumed.ms.toFixed(0)} ms`,
    ].join('; '),
  };
}

/** Takes exports of one format from a process of their own, one after the other. */
async function exported(
  database: string,
  format: 'jsonl' | 'csv',
  requests: readonly { fromSeq: number; lines: number }[],
) {
  const child = fork(join(__dirname, 'exportServer.ts'), [database], {
    execArgv: [...process.execArgv, '--expose-gc'],
  });
  try {
    const url = `http://127.0.0.1:${await told(child, 'port')}/${format}`;
    // What any first answer takes, such as compiled code and buffers of sockets, is no matter of size.
    await measured(child, `${url}?fromSeq=${RECORDS - 20 * LAST}`);
    const answers = [];
    for (const { fromSeq, lines } of requests) {
      const answer = await measured(child, `${url}?fromSeq=${fromSeq}`);
      if (answer.lines !== lines) {
        throw new Error(
          `The ${format} from ${fromSeq} on had ${answer.lines} lines, not ${lines}`,
        );
      }
      answers.push(answer);
    }
    return answers;
  } finally {
    child.disconnect();
    if (child.exitCode === null) await once(child, 'exit');
  }
}

function said(
  format: string,
  { grown, megabytes, ms }: Taken & { grown: number },
) {
  return `${format} +${grown.toFixed(0)} MB for ${megabytes.toFixed(
    0,
  )} MB in ${(ms / 1_000).toFixed(0)} s`;
}

async function measured(child: ChildProcess, url: string) {
  const grown = told(child, 'grown');
  const taken = await take(url);
  return { ...taken, grown: await grown };
}

/** What the child says next under a name; Backstage's transform sends messages, too. */
function told(child: ChildProcess, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      child.off('message', hear);
      child.off('exit', fail);
    };
    const hear = (message: Record<string, unknown>) => {
      const value = message?.[name];
      if (typeof value !== 'number') return;
      settle();
      resolve(value);
    };
    const fail = () => {
      settle();
      reject(new Error('The process that exports ended'));
    };
    child.on('message', hear);
    child.on('exit', fail);
  });
}

/** Reads an export to its end, with rests. */
async function take(url: string): Promise<Taken> {
  const started = performance.now();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, resolve).on('error', reject);
  });
  let [bytes, lines, breath] = [0, 0, 0];
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    breath += chunk.length;
    for (const byte of chunk) if (byte === 10) lines++;
    if (breath < BREATH_BYTES) continue;
    breath = 0;
    await pause(BREATH_MS);
  }
  return {
    lines,
    megabytes: bytes / 1024 / 1024,
    ms: performance.now() - started,
  };
}
