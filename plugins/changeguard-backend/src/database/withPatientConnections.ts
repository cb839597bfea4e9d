import { Knex } from 'knex';
import type { Client } from 'pg';

/** A connection in knex's pool, with what node-postgres reads its time-out from at every query. */
type PooledConnection = Client & {
  connectionParameters: { query_timeout: number | false };
};

/**
 * Gives the statements of some work longer than a request's may take: every connection that the pool lends meanwhile waits `ms` for
 * an answer, and afterwards as long as before. It is the pool's own connections that do the work, since who opened them may have
 * prepared them, by setting a role for instance.
 */
export async function withPatientConnections<T>(
  knex: Knex,
  ms: number,
  work: () => Promise<T>,
): Promise<T> {
  const { pool } = knex.client;
  const before = new Map<PooledConnection, number | false>();
  const lend = (_: number, connection: PooledConnection) => {
    const { connectionParameters } = connection;
    if (before.has(connection)) return;
    before.set(connection, connectionParameters.query_timeout);
    connectionParameters.query_timeout = ms;
  };
  pool.on('acquireSuccess', lend);
  try {
    return await work();
  } finally {
    pool.removeListener('acquireSuccess', lend);
    for (const [{ connectionParameters }, timeout] of before) {
      connectionParameters.query_timeout = timeout;
    }
  }
}
