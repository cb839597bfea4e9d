import type { Client } from 'pg';
import { LIST, type Bench, type Page } from './Bench.ts';
import type { Caller } from './Caller.ts';
import { compare, median, percentile } from './compare.ts';
import { comparedRow } from './comparedRow.ts';
import {
  fillComments,
  fillDatabase,
  fillNotifications,
} from './fillDatabase.ts';
import { measureGrowth } from './measureGrowth.ts';
import type { Row } from './Row.ts';
import { statementsRow } from './statementsRow.ts';

const ROUNDS = 300;
const SMALL = 1_000;
const LARGE = 100_000;

/** Runs every measurement, small database first, and answers the rows of the table. */
export async function measureAll(bench: Bench): Promise<Row[]> {
  const { alice, bob, database, entities, progress } = bench;
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
    comparedRow('list', `list of 25, ${SMALL} changes`, listSmall, 2, 'F'),
    await statementsRow(database, 'list-statements', 'list', list, 3),
  );
  const [{ id }] = (await alice.call<Page>('GET', LIST)).items;
  const detail = () =>
    alice.call('GET', `/changeguard/schema-changes/${id}`).then(done);
  rows.push(
    comparedRow(
      'detail',
      'one change',
      await compare(detail, floor, ROUNDS),
      1.8,
      'F',
    ),
    await statementsRow(database, 'detail-statements', 'detail', detail),
  );

  progress('unread count');
  const unread = (person: Caller) => () =>
    person.call('GET', '/changeguard/notifications/unread-count').then(done);
  await fillNotifications(database, 'user:default/alice', 100);
  await fillNotifications(database, 'user:default/bob', 100_000);
  rows.push(
    comparedRow(
      'unread',
      'unread count, 100',
      await compare(unread(alice), floor, ROUNDS),
      1.2,
      'F',
    ),
    comparedRow(
      'unread-growth',
      'unread count, 100,000 against 100',
      await compare(unread(bob), unread(alice), ROUNDS),
      1.3,
      '×',
    ),
    await statementsRow(
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
    comparedRow(
      'record',
      'record a change',
      await compare(record, writeFloor, ROUNDS),
      1.6,
      'Fc',
    ),
    await statementsRow(
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
    comparedRow(
      'comment',
      'comment',
      await compare(comment(quiet), writeFloor, ROUNDS),
      1.6,
      'Fc',
    ),
    await statementsRow(
      database,
      'comment-statements',
      'comment, until all are told',
      comment(quiet),
    ),
  );
  await fillComments(database, busy, 10_000);
  rows.push(
    comparedRow(
      'comment-growth',
      'comment, 10,000 before it against few',
      await compare(comment(busy), comment(quiet), ROUNDS),
      1.2,
      '×',
    ),
  );
  rows.push(...(await commitToPublished(database)));

  rows.push(
    ...(await measureGrowth(bench, {
      few: { changes: SMALL, list: listSmall },
      many: LARGE,
      rounds: ROUNDS,
    })),
  );
  return rows;
}

async function done(): Promise<void> {}

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
