import type { ManagedProcess } from '../../../packages/local-portal/src/index.ts';
import type { Page } from '../Bench.ts';
import type { Caller } from '../Caller.ts';
import { compare, type Comparison, type Run } from '../compare.ts';
import { comparedRow } from '../comparedRow.ts';
import { fillDatabase } from '../fillDatabase.ts';
import { ordersTeam } from '../ordersTeam.ts';
import type { PortalLab } from '../PortalLab.ts';
import type { Row } from '../Row.ts';

const CHANGES = 1_000;
const ROUNDS = 300;
/** Between two reads of what is not cached: a phase takes longer than the breaker stays open, so each has its attempts to reach Redis in it. */
const PAUSE_MS = 40;

/**
 * The detail of a change that is cached against its floor, and of changes that no cache has, with Redis at work, frozen and gone. What is not
 * cached is read once each, so neither the process nor Redis can have it.
 *
 * @param redis - the portal's; is broken and not mended
 */
export async function measureDetails(
  lab: PortalLab,
  redis: ManagedProcess | undefined,
  progress: (text: string) => void,
): Promise<Row[]> {
  if (!redis) throw new Error('There is no Redis here that may be broken');
  const alice = await lab.as('alice');
  progress(`filling in ${CHANGES} changes`);
  await fillDatabase(
    await lab.database('changeguard'),
    CHANGES,
    ordersTeam.entities,
  );
  const [warm, ...unread] = await idsOf(alice);

  progress('detail, cached');
  const floor = await finishedAnswer(lab, alice, warm);
  const cached = await compare(() => read(alice, warm), floor, ROUNDS);
  const rows: Row[] = [
    {
      ...comparedRow(
        'detail-warm',
        'one change that is cached, against a finished answer',
        cached,
        1.15,
        '×',
      ),
      detail: `${cached.p50.toFixed(2)} ms against ${cached.base.toFixed(
        2,
      )} ms of an authenticated route that reads this very answer, finished, by its key`,
    },
  ];

  const failures: string[] = [];
  const reads = unread.length;
  const uncached = (): Promise<Comparison> =>
    compare(
      noting(failures, () => read(alice, taken(unread))),
      async () => {
        await alice.call('GET', '/changeguard-floor/read');
      },
      ROUNDS,
      { pauseMs: PAUSE_MS },
    );
  progress('detail, not cached');
  const atWork = await uncached();
  rows.push(
    comparedRow(
      'detail-uncached',
      'one change that no cache has',
      atWork,
      1.8,
      'F',
    ),
  );
  progress('the same with Redis frozen');
  redis.kill('SIGSTOP');
  rows.push(without('frozen', await uncached(), atWork));
  progress('the same with Redis gone');
  redis.kill('SIGKILL');
  await redis.exited;
  rows.push(without('gone', await uncached(), atWork));
  rows.push({
    id: 'redis-away-errors',
    what: 'reads of these that failed, Redis at work, frozen and gone',
    figure: failures.length,
    goal: 0,
    unit: '',
    detail: [`of ${reads - unread.length}`, ...failures.slice(0, 1)].join(': '),
  });
  return rows;
}

function without(how: string, away: Comparison, atWork: Comparison): Row {
  return {
    id: `detail-redis-${how}`,
    what: `one change that no cache has, Redis ${how} against at work`,
    figure: away.ratio / atWork.ratio,
    goal: 1.3,
    unit: '×',
    detail: `${away.p50.toFixed(2)} ms, floor ${away.base.toFixed(
      2,
    )} ms; slowest ${away.slowest.toFixed(
      0,
    )} ms, at work ${atWork.slowest.toFixed(0)} ms`,
  };
}

async function read(caller: Caller, id: string): Promise<void> {
  await caller.call('GET', `/changeguard/schema-changes/${id}`);
}

async function idsOf(caller: Caller): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await caller.call(
      'GET',
      `/changeguard/schema-changes?limit=100${
        cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
      }`,
    );
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  return ids;
}

/** The floor of what is cached: the answer about a change as it was once given, kept whole under its id. */
async function finishedAnswer(
  lab: PortalLab,
  caller: Caller,
  id: string,
): Promise<Run> {
  const answer = await caller.call('GET', `/changeguard/schema-changes/${id}`);
  const floor = await lab.database('changeguard-floor');
  await floor.query('insert into finished (id, answer) values ($1, $2)', [
    id,
    JSON.stringify(answer),
  ]);
  return async () => {
    await caller.call('GET', `/changeguard-floor/finished/${id}`);
  };
}

function taken(ids: string[]): string {
  const id = ids.shift();
  if (!id) throw new Error('Every change was read');
  return id;
}

function noting(failures: string[], run: Run): Run {
  return turn =>
    run(turn).catch(error => {
      failures.push(`${error}`);
    });
}
