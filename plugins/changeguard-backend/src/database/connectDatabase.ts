import { DatabaseService } from '@backstage/backend-plugin-api';
import { NotImplementedError } from '@backstage/errors';
import { Knex } from 'knex';
import { ClientConfig } from 'pg';
import { boundTransactions } from './boundTransactions';
import { retireSilentConnections } from './retireSilentConnections';
import { sayReasonFirst } from './sayReasonFirst';

/** No statement of a request takes longer unless the server is gone; `statement_timeout` alone hung in a test. */
const queryTimeout = 20_000;
const connectionTimeout = 5_000;
/** Our transactions wait for nothing but PostgreSQL, and shorter than a lease: who waits for one that is gone gets on as soon as others. */
const silenceInTransaction = 20_000;
/** As long as a lease, so that what a frozen backend has locked keeps nobody waiting for longer than what it has leased. */
const longestTransaction = 30_000;

/**
 * The plugin's database.
 *
 * @throws NotImplementedError - when it is not PostgreSQL, in one sentence that says what to do.
 */
export async function connectDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  const client = String(knex.client.config.client);
  if (client !== 'pg') {
    throw new NotImplementedError(
      `ChangeGuard needs PostgreSQL and was given '${client}': set 'backend.database.plugin.changeguard' to { client: pg, ensureExists: false, connection: … } to point ChangeGuard alone at a PostgreSQL database that exists, or for development 'backend.database.client' to 'embedded-postgres'.`,
    );
  }
  boundQueries(knex.client.connectionSettings);
  boundTransactions(knex, {
    silentMs: silenceInTransaction,
    wholeMs: wholeTransactionOf(knex.client.connectionSettings),
  });
  sayReasonFirst(knex);
  retireSilentConnections(knex);
  return knex;
}

/** Makes connections opened from now on give up on a server that no longer answers, unless the configuration says when. */
function boundQueries(settings: ClientConfig | undefined): void {
  if (!settings) return;
  settings.query_timeout ??= queryTimeout;
  settings.connectionTimeoutMillis ??= connectionTimeout;
  settings.keepAlive ??= true;
}

/** A statement by itself is a transaction, too: who lets one take longer, or as long as it takes, lets both. */
function wholeTransactionOf(settings: ClientConfig | undefined): number {
  const patience = Number(settings?.query_timeout ?? queryTimeout);
  if (Number.isNaN(patience)) return longestTransaction;
  return patience > 0 ? Math.max(longestTransaction, patience) : 0;
}
