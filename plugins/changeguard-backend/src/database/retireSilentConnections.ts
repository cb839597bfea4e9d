import { Knex } from 'knex';
import type { Client } from 'pg';
import { sqlStateOf } from './sqlState';

/** A connection in knex's pool: the number by which knex's events name it, why knex must not lend it any more, and its socket. */
type PooledConnection = Client & {
  __knexUid: string;
  __knex__disposed?: string;
  connection: { stream: { destroy(): void } };
};

/**
 * Closes a connection on which a query got no answer in time. node-postgres reports the time-out and keeps the connection, whose next
 * queries then wait behind the first and time out as well; and knex gives it to the next who asks, at once, before the socket has told
 * anybody that it is closed. To PostgreSQL, a transaction that it was in the middle of ends with it, and so do its locks.
 */
export function retireSilentConnections(knex: Knex): void {
  const { client } = knex;
  const open = new Map<string, PooledConnection>();
  client.pool.on('createSuccess', (_: number, connection: PooledConnection) =>
    open.set(connection.__knexUid, connection),
  );
  client.pool.on('destroyRequest', (_: number, connection: PooledConnection) =>
    open.delete(connection.__knexUid),
  );
  client.on(
    'query-error',
    (error: Error, { __knexUid }: { __knexUid: string }) => {
      // It is node-postgres's own, beside which stands the statement; PostgreSQL may quote the same words.
      if (sqlStateOf(error) || !error.message.includes('Query read timeout')) {
        return;
      }
      const connection = open.get(__knexUid);
      if (!connection) return;
      connection.__knex__disposed = 'It gave no answer in time';
      connection.connection.stream.destroy();
    },
  );
}
