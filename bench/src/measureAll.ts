import type { Client } from 'pg';
import type { Caller } from './Caller.ts';
import { compare, median, percentile } from './compare.ts';
import { countStatements } from './countStatements.ts';
import {
  fillComments,
  fillDatabase,
  fillNotifications,
} from './fillDatabase.ts';
import type { Row } from './Row.ts';

interface Page {
  items: { id: string }[];
  nextCursor: string | null;
}

/** What the measurements need of the running portal. */
export interface Bench {
  alice: Caller;
  bob: Caller;
  /** ChangeGuard's own database. */
  database: Client;
  /** The entities that the filled-in changes are about, and that alice may record changes to. */
  entities: { entityRef: string; ownerRef: string }[];
  /** Starts the portal anew, on the same data. */
  restart: () => Promise<void>;
  /** Says what is going on. */
  progress: (text: string) => void;
}

const ROUNDS = 300;
const SMALL = 1_000;
const LARGE = 100_000;
const LIST = '/changeguard/schema-changes?limit=25';

/** Runs every measurement, small database first, and answers the rows of the table. */
export async function measureAll(bench: Bench): Promise<Row[]> {
  const { alice, bob, database, entities, restart, progress } = bench;
  const floor = () => alice.call('GET', '/changeguard-floor/read').then(done);
  const writeFloor = () =>
    alice.call('POST', '/changeguard-floor/write').then(done);
  const list = () => alice.call('GET', LIST).then(done);
  const rows: Row[] = [];

  progress(`filling in ${SMALL} changes`);
  await fillDatabase(database, SMALL, entities);
  progress('list and detail');
  const listSmall = await compare(list, floor, ROUNDS);
  rows.push(
    row('list', `list of 25, ${SMALL} changes`, listSmall, 2, 'F'),
    await statements(database, 'list-statements', 'list', list, 3),
  );
  const [{ id }] = (await alice.call<Page>('GET', LIST)).items;
  const detail = () =>
    alice.call('GET', `/changeguard/schema-changes/${id}`).then(done);
  rows.push(
    row('detail', 'one change', await compare(detail, floor, ROUNDS), 1.8, 'F'),
    await statements(database, 'detail-statements', 'detail', detail),
  );

  progress('unread count');
  const unread = (person: Caller) => () =>
    person.call('GET', '/changeguard/notifications/unread-count').then(done);
  await fillNotifications(database, 'user:default/alice', 100);
  await fillNotifications(database, 'user:default/bob', 100_000);
  rows.push(
    row(
      'unread',
      'unread count, 100',
      await compare(unread(alice), floor, ROUNDS),
      1.2,
      'F',
    ),
    row(
      'unread-growth',
      'unread count, 100,000 against 100',
      await compare(unread(bob), unread(alice), ROUNDS),
      1.3,
      '×',
    ),
    await statements(
      database,
      'unread-statements',
      'unread count',
      unread(alice),
    ),
  );

  progress('record and comment');
  const record = (turn: number) =>
    alice
      .call('POST', '/changeguard/schema-changes', {
        entityRef: entities[0].entityRef,
        title: `Recorded by the bench, turn ${turn}`,
        findings: [{ message: 'The property is gone', pointer: '/orders' }],
      })
      .then(done);
  rows.push(
    row(
      'record',
      'record a change',
      await compare(record, writeFloor, ROUNDS),
      1.6,
      'Fc',
    ),
    await statements(
      database,
      'record-statements',
      'record, until all are told',
      record,
    ),
  );
  const comment = (change: string) => (turn: number) =>
    alice
      .call('POST', `/changeguard/schema-changes/${change}/comments`, {
        body: `Comment of turn ${turn}`,
      })
      .then(done);
  const { items } = await alice.call<Page>('GET', LIST);
  const [quiet, busy] = items.map(item => item.id);
  rows.push(
    row(
      'comment',
      'comment',
      await compare(comment(quiet), writeFloor, ROUNDS),
      1.6,
      'Fc',
    ),
    await statements(
      database,
      'comment-statements',
      'comment, until all are told',
      comment(quiet),
    ),
  );
  await fillComments(database, busy, 10_000);
  rows.push(
    row(
      'comment-growth',
      'comment, 10,000 before it against few',
      await compare(comment(busy), comment(quiet), ROUNDS),
      1.2,
      '×',
    ),
  );
  rows.push(...(await commitToPublished(database)));

  progress(`filling in ${LARGE} changes`);
  await fillDatabase(database, LARGE, entities);
  // The list of few was measured in a portal that had just started, which takes a millisecond or two longer for whatever it answers.
  await restart();
  progress('list and deep page again');
  const listLarge = await compare(list, floor, ROUNDS);
  rows.push({
    id: 'list-growth',
    what: `list of 25, ${LARGE} changes against ${SMALL}`,
    figure: listLarge.ratio / listSmall.ratio,
    goal: 1.3,
    unit: '×',
    detail: `${listLarge.p50.toFixed(2)} ms, floor ${listLarge.base.toFixed(
      2,
    )} ms`,
  });
  const cursor = await walk(alice, 1_000);
  const deep = () =>
    alice
      .call('GET', `${LIST}&cursor=${encodeURIComponent(cursor)}`)
      .then(done);
  rows.push(
    row(
      'deep-page',
      'page 1,000 against page 1',
      await compare(deep, list, ROUNDS),
      1.2,
      '×',
    ),
  );
  return rows;
}

async function done(): Promise<void> {}

function row(
  id: string,
  what: string,
  { ratio, p50, base }: Awaited<ReturnType<typeof compare>>,
  goal: number,
  unit: string,
): Row {
  const detail = `${p50.toFixed(2)} ms against ${base.toFixed(2)} ms`;
  return { id, what, figure: ratio, goal, unit, detail };
}

async function statements(
  database: Client,
  id: string,
  what: string,
  run: (turn: number) => Promise<void>,
  goal: number | null = null,
): Promise<Row> {
  const figure = await countStatements(database, run, 100);
  return { id, what: `SQL statements of ${what}`, figure, goal, unit: '' };
}

/** From the commit of an event to its mark as published, of all events of this run. */
async function commitToPublished(database: Client): Promise<Row[]> {
  const { rows } = await database.query<{ ms: number }>(
    `select extract(epoch from published_at - created_at)::float8 * 1000 as ms from outbox where published_at is not null`,
  );
  const times = rows.map(({ ms }) => ms);
  return [
    {
      id: 'commit-to-published',
      what: 'commit → published, p50',
      figure: median(times),
      goal: null,
      unit: 'ms',
      detail: `p99 ${percentile(times, 0.99).toFixed(0)} ms of ${
        times.length
      } events`,
    },
  ];
}

/** Follows the cursors to the given page. */
async function walk(caller: Caller, pages: number): Promise<string> {
  let cursor: string | null = null;
  for (let page = 1; page < pages; page++) {
    const path: string = cursor
      ? `${LIST}&cursor=${encodeURIComponent(cursor)}`
      : LIST;
    cursor = (await caller.call<Page>('GET', path)).nextCursor;
    if (!cursor) throw new Error(`The list ended at page ${page}`);
  }
  return cursor!;
}
