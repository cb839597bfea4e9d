import { Pool } from 'pg';
import { PostgresTransport } from '../../../plugins/changeguard-backend/src/transport/PostgresTransport';
import { median, percentile } from '../compare';
import type { Row } from '../Row';
import { GraphileQueue } from './GraphileQueue';
import { NotedPublisher } from './NotedPublisher';
import { OutboxLab } from './OutboxLab';
import { quiet } from './quiet';
import { RelayAtWork } from './RelayAtWork';

const ROUNDS = 400;
const EVENTS = 20_000;
const SUBSCRIPTIONS = ['audience', 'notification', 'audit', 'email'];

/** The relay beside graphile-worker: how soon one event goes out, and how many a second. */
export async function measureRelay(server: string): Promise<Row[]> {
  const lab = await OutboxLab.open(server, 'bench_relay');
  const rival = await OutboxLab.open(server, 'bench_graphile');
  const graphile = await GraphileQueue.open(
    new Pool({ connectionString: `${server}/bench_graphile`, max: 30 }),
  );
  const rows = [
    ...(await latency(lab, graphile)),
    await throughput(lab, graphile),
  ];
  await graphile.close();
  await rival.close();
  await lab.close();
  return rows;
}

/**
 * One event at a time, in turn: with a publisher that does nothing beside a job that does nothing, and with the embedded transport, which
 * commits a row for each subscription before an event counts as published.
 */
async function latency(
  lab: OutboxLab,
  graphile: GraphileQueue,
): Promise<Row[]> {
  const transport = new PostgresTransport(lab.knex, { logger: quiet });
  await transport.start({ subscriptions: SUBSCRIPTIONS });
  await graphile.start({ batched: false });
  const handedOver = await inTurn(new RelayAtWork(lab), graphile);
  const published = await inTurn(
    new RelayAtWork(lab, new NotedPublisher(transport)),
    graphile,
  );
  await transport.close();
  await graphile.stop();
  return [
    row('relay-latency', 'with nothing to publish to', handedOver, 2),
    row(
      'relay-latency-embedded',
      'with the embedded transport',
      published,
      null,
    ),
  ];
}

interface InTurn {
  ours: number[];
  theirs: number[];
}

async function inTurn(
  relay: RelayAtWork,
  graphile: GraphileQueue,
): Promise<InTurn> {
  relay.start();
  const times: InTurn = { ours: [], theirs: [] };
  for (let turn = -ROUNDS / 10; turn < ROUNDS; turn++) {
    const published = await relay.commitToPublished();
    const run = await graphile.addToRun(`${turn}`);
    if (turn < 0) continue;
    times.ours.push(published);
    times.theirs.push(run);
  }
  await relay.stop();
  return times;
}

function row(
  id: string,
  what: string,
  { ours, theirs }: InTurn,
  goal: number | null,
): Row {
  const [p50, base] = [median(ours), median(theirs)];
  const p99 = [ours, theirs].map(times => percentile(times, 0.99).toFixed(1));
  return {
    id,
    what: `commit → published ${what}, against graphile-worker's add → run`,
    figure: p50 / base,
    goal,
    unit: '×',
    detail: `${p50.toFixed(2)} ms against ${base.toFixed(2)} ms, p99 ${p99.join(
      ' ms against ',
    )} ms`,
  };
}

/** Both with a task that does nothing; the medians of three drains each, in turn. */
async function throughput(
  lab: OutboxLab,
  graphile: GraphileQueue,
): Promise<Row> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    await lab.fill(EVENTS);
    const relay = new RelayAtWork(lab);
    ours.push(await relay.drain(EVENTS));
    await relay.stop();
    theirs.push(await graphile.drain(EVENTS));
    await graphile.stop();
  }
  const [rate, base] = [median(ours), median(theirs)];
  return {
    id: 'relay-throughput',
    what: "graphile-worker's batched throughput against the relay's",
    figure: base / rate,
    goal: 2,
    unit: '×',
    detail: `${Math.round(base)}/s against ${Math.round(rate)}/s`,
  };
}
