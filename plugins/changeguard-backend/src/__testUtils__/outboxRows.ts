import { Knex } from 'knex';
import { randomIds } from '../ports/Ids';

/** Writes bare events of changes, given as `[change, sequence]`, in this order, and answers their ids by `change sequence`. */
export async function insertOutboxRows(
  knex: Knex,
  rows: readonly (readonly [change: string, sequence: number])[],
  requiredSubscribers: readonly string[] = ['audit'],
  /** The change they belong to, where it has events already. */
  ofChange?: string,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const changes = new Map<string, string>();
  for (const [change, sequence] of rows) {
    const id = randomIds.next();
    const changeId = changes.get(change) ?? ofChange ?? randomIds.next();
    changes.set(change, changeId);
    ids.set(`${change} ${sequence}`, id);
    await knex('outbox').insert({
      id,
      aggregatetype: 'schema-change',
      aggregateid: changeId,
      type: 'schema-change.updated',
      payload: JSON.stringify({ name: `${change} ${sequence}` }),
      sequence,
      required_subscribers: [...requiredSubscribers],
    });
  }
  return ids;
}
