import { LIST, type Bench, type Page } from './Bench.ts';
import type { Caller } from './Caller.ts';
import { compare, type Comparison } from './compare.ts';
import { comparedRow } from './comparedRow.ts';
import { fillDatabase } from './fillDatabase.ts';
import type { Row } from './Row.ts';

const DEEP = 1_000;

/**
 * Fills in many changes, and measures the first page of their list against that of few, and a deep page against the first.
 *
 * @param few - how the list of few did against the floor
 * @param suffix - put behind the ids of the rows
 */
export async function measureGrowth(
  bench: Pick<
    Bench,
    'alice' | 'database' | 'entities' | 'restart' | 'progress'
  >,
  options: {
    few: { changes: number; list: Comparison };
    many: number;
    rounds: number;
    suffix?: string;
  },
): Promise<Row[]> {
  const { alice, database, entities, restart, progress } = bench;
  const { few, many, rounds, suffix = '' } = options;
  progress(`filling in ${many} changes`);
  const began = performance.now();
  await fillDatabase(database, many, entities);
  const seconds = (performance.now() - began) / 1_000;
  // The list of few was measured in a portal that had just started, which takes a millisecond or two longer for whatever it answers.
  await restart();
  progress('list and deep page again');
  const floor = async () => {
    await alice.call('GET', '/changeguard-floor/read');
  };
  const list = async () => {
    await alice.call('GET', LIST);
  };
  const grown = await compare(list, floor, rounds);
  const cursor = await walk(alice, DEEP);
  const deep = async () => {
    await alice.call('GET', `${LIST}&cursor=${encodeURIComponent(cursor)}`);
  };
  return [
    {
      id: `list-growth${suffix}`,
      what: `list of 25, ${many} changes against ${few.changes}`,
      figure: grown.ratio / few.list.ratio,
      goal: 1.3,
      unit: '×',
      detail: `${grown.p50.toFixed(2)} ms, floor ${grown.base.toFixed(
        2,
      )} ms; filled in ${seconds.toFixed(0)} s`,
    },
    comparedRow(
      `deep-page${suffix}`,
      `page 1,000 against page 1, ${many} changes`,
      await compare(deep, list, rounds),
      1.2,
      '×',
    ),
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
