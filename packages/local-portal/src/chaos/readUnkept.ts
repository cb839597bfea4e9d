import type pg from 'pg';
import { userRef } from './cast.ts';
import type { Acknowledged } from './History.ts';

/** Acknowledged mutations that are not in the database. */
export async function readUnkept(
  changeguard: pg.Pool,
  acknowledged: readonly Acknowledged[],
): Promise<Acknowledged[]> {
  const unkept: Acknowledged[] = [];
  for (const mutation of acknowledged) {
    const [sql, values] = question(mutation);
    const { rowCount } = await changeguard.query(sql, values);
    if (rowCount !== 1) {
      unkept.push(mutation);
    }
  }
  return unkept;
}

/** A query that finds one row where the mutation was kept. */
function question(mutation: Acknowledged): [sql: string, values: string[]] {
  const { changeId, title, by } = mutation;
  const author = userRef(by);
  switch (mutation.what) {
    case 'recorded':
      return [
        'select 1 from schema_changes where id = $1 and title = $2 and created_by = $3',
        [changeId, title, author],
      ];
    case 'commented':
      return [
        'select 1 from comments where change_id = $1 and id = $2 and body = $3 and author = $4',
        [changeId, mutation.commentId, mutation.body, author],
      ];
    case 'answered':
      return [
        `select 1 from affected_consumers where change_id = $1 and entity_ref = $2 and answer_state = $3 and answer_by = $4`,
        [changeId, mutation.entityRef, mutation.answer, author],
      ];
    default:
      return [
        `select 1 from schema_changes where id = $1 and title = $2 and status = 'resolved'`,
        [changeId, title],
      ];
  }
}
