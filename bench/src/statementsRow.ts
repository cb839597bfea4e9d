import type { Client } from 'pg';
import { countStatements } from './countStatements.ts';
import type { Row } from './Row.ts';

/** The row of how many SQL statements something takes. */
export async function statementsRow(
  database: Client,
  id: string,
  what: string,
  run: (turn: number) => Promise<void>,
  goal: number | null = null,
): Promise<Row> {
  const figure = await countStatements(database, run, 100);
  return { id, what: `SQL statements of ${what}`, figure, goal, unit: '' };
}
