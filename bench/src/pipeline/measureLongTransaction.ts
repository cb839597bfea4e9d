import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { median, percentile } from '../compare';
import type { Row } from '../Row';
import { OutboxLab } from './OutboxLab';
import { RelayAtWork } from './RelayAtWork';

const SECONDS = 60;
/** A burst of other work on the machine falls into a window or two, and not into their median. */
const WINDOW_S = 10;
/** Between two records: a busy portal, not a race. */
const PAUSE_MS = 25;

/**
 * What a transaction that stays open for a minute in another database of the cluster does to the relay: the p99 of its second half, when
 * most has piled up behind it, against that of the time before and after.
 */
export async function measureLongTransaction(server: string): Promise<Row> {
  const lab = await OutboxLab.open(server, 'bench_long');
  const other = await OutboxLab.open(server, 'bench_other');
  const relay = new RelayAtWork(lab);
  relay.start();
  await window(relay, WINDOW_S / 2);
  const before = await windows(relay, SECONDS / 2);
  const holder = new Client({ connectionString: `${server}/bench_other` });
  await holder.connect();
  await holder.query('begin isolation level repeatable read');
  await holder.query(
    'insert into inbox (subscriber, event_id) values ($1, gen_random_uuid())',
    ['held'],
  );
  await windows(relay, SECONDS / 2);
  const during = await windows(relay, SECONDS / 2);
  await holder.query('rollback');
  await holder.end();
  const after = await windows(relay, SECONDS / 2);
  await relay.stop();
  await other.close();
  await lab.close();
  const [held, free] = [median(during), median([...before, ...after])];
  return {
    id: 'relay-long-transaction',
    what: `commit → published p99 while another database holds a transaction for ${SECONDS} s`,
    figure: held / free,
    goal: 1.5,
    unit: '×',
    detail: `${held.toFixed(1)} ms against ${free.toFixed(1)} ms`,
  };
}

/** The p99 of each window. */
async function windows(relay: RelayAtWork, seconds: number): Promise<number[]> {
  const measured: number[] = [];
  for (let past = 0; past < seconds; past += WINDOW_S) {
    measured.push(await window(relay, WINDOW_S));
  }
  return measured;
}

async function window(relay: RelayAtWork, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1_000;
  const measured: number[] = [];
  while (performance.now() < until) {
    measured.push(await relay.commitToPublished());
    await delay(PAUSE_MS);
  }
  return percentile(measured, 0.99);
}
