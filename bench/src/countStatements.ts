import type { Client } from 'pg';

/**
 * How many SQL statements one run sends to ChangeGuard's database, counted by `pg_stat_statements`. What the pipeline sends
 * by itself in the same time is measured first and taken off.
 *
 * @param runs - how often to run; the answer is the mean per run
 */
export async function countStatements(
  database: Client,
  run: (turn: number) => Promise<void>,
  runs: number,
): Promise<number> {
  const idle = await callsDuring(
    database,
    () => new Promise(resolve => setTimeout(resolve, 2_000)),
  );
  const busy = await callsDuring(database, async () => {
    for (let turn = 0; turn < runs; turn++) await run(turn);
  });
  const background = (idle.calls / idle.seconds) * busy.seconds;
  return Math.max(0, (busy.calls - background) / runs);
}

async function callsDuring(database: Client, work: () => Promise<unknown>) {
  const before = await calls(database);
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1_000;
  return { calls: (await calls(database)) - before, seconds };
}

/** Statements of this database so far; the counting itself, and what begins and ends transactions, are not counted. */
async function calls(database: Client): Promise<number> {
  const { rows } = await database.query<{ calls: string }>(
    `select coalesce(sum(s.calls), 0) as calls from pg_stat_statements s
     where s.dbid = (select oid from pg_database where datname = current_database())
       and s.query not ilike '%pg_stat_statements%' and s.query !~* '^(begin|commit|rollback)'`,
  );
  return Number(rows[0].calls);
}
