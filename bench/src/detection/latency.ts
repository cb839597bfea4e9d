import { ChildProcess, fork } from 'node:child_process';
import { on } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { hostileCases } from '../../../plugins/changeguard-detection/src/testUtils';
import { Caller } from '../Caller';
import { median, percentile } from '../compare';
import type { Row } from '../Row';
import type { BatchAnswer, HostileBatch } from './hostileStream';

/** Pairs between two looks at the idle portal. */
const BATCH = 8;
const WARM_UP = 200;
/** Between two requests of somebody else, in milliseconds. */
const PAUSE_MS = 4;

/**
 * How long others wait while a portal compares hostile pairs: their slowest of a hundred requests against the same without, in turns, so that
 * what else the machine does slows both. Sends the row to its parent.
 */
async function main(baseUrl: string, token: string): Promise<void> {
  const caller = new Caller(baseUrl, token);
  const stream = fork(join(__dirname, 'hostileStream.ts'), [baseUrl, token], {
    // A session of its own, because priorities count within one alone.
    detached: true,
  });
  const idle: number[] = [];
  const busy: number[] = [];
  const statuses: Record<number, number> = {};
  for (let turn = 0; turn < WARM_UP; turn++) await timeOne(caller);
  for (let from = 0; from < hostileCases.length; from += BATCH) {
    const batch: HostileBatch = { from, to: from + BATCH };
    let done = false;
    stream.send(batch);
    const answered = answerOf(stream).then(answer => {
      done = true;
      for (const [status, count] of Object.entries(answer.statuses)) {
        statuses[Number(status)] = (statuses[Number(status)] ?? 0) + count;
      }
    });
    let samples = 0;
    while (!done) {
      busy.push(await timeOne(caller));
      samples++;
    }
    await answered;
    for (let turn = 0; turn < samples; turn++) idle.push(await timeOne(caller));
  }
  stream.disconnect();
  caller.close();
  const [slow, usual] = [percentile(busy, 0.99), percentile(idle, 0.99)];
  const answers = Object.entries(statuses)
    .map(([status, count]) => `${count} × ${status}`)
    .join(', ');
  const rows: Row[] = [
    {
      id: 'detection-latency',
      what: `others' p99 while ${hostileCases.length} hostile pairs are compared`,
      figure: slow / usual,
      goal: 1.5,
      unit: '×',
      detail: `${slow.toFixed(1)} ms against ${usual.toFixed(1)} ms of ${
        busy.length
      }; p50 ${median(busy).toFixed(1)} against ${median(idle).toFixed(
        1,
      )} ms; ${answers}`,
    },
  ];
  if (process.send) process.send(rows);
  else process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
}

/** Backstage's transform sends messages, too: which files it loaded. */
async function answerOf(stream: ChildProcess): Promise<BatchAnswer> {
  for await (const [message] of on(stream, 'message')) {
    if (message.statuses) return message;
  }
  throw new Error('The stream of hostile pairs ended');
}

/** A cheap request that needs to know who asks. */
async function timeOne(caller: Caller): Promise<number> {
  const started = performance.now();
  await caller.call('GET', '/changeguard/notifications/unread-count');
  const took = performance.now() - started;
  await delay(PAUSE_MS);
  return took;
}

const [baseUrl, token] = process.argv.slice(2);
main(baseUrl, token).catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
