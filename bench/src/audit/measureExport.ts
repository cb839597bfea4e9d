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

/** By how much a process grows that exports a million records to readers that are slower than it, as JSONL and as CSV; and how soon the end of such an export is resumed. */
export async function measureExport(server: string): Promise<Row> {
  const name = 'bench_export';
  const lab = await TrailLab.open(server, name);
  await lab.fill(RECORDS);
  await lab.close();
  const child = fork(
    join(__dirname, 'exportServer.ts'),
    [`${server}/${name}`],
    {
      execArgv: [...process.execArgv, '--expose-gc'],
    },
  );
  try {
    const port = await told(child, 'port');
    const url = `http://127.0.0.1:${port}`;
    // What any first answer takes, such as compiled code and buffers of sockets, is no matter of size.
    await measured(
      child,
      `${url}/jsonl?fromSeq=${RECORDS - 20 * LAST}`,
      20 * LAST + 3,
    );
    const jsonl = await measured(child, `${url}/jsonl`, RECORDS + 2);
    const csv = await measured(child, `${url}/csv`, RECORDS + 1);
    const resumed = await measured(
      child,
      `${url}/jsonl?fromSeq=${RECORDS - LAST + 1}`,
      LAST + 2,
    );
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

async function measured(child: ChildProcess, url: string, lines: number) {
  const grown = told(child, 'grown');
  const taken = await take(url);
  if (taken.lines !== lines) {
    throw new Error(`${url} answered ${taken.lines} lines, not ${lines}`);
  }
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
