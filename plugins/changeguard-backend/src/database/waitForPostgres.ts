import { setTimeout as delay } from 'timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { Client, ClientConfig } from 'pg';
import { sqlStateOf } from './sqlState';

const firstDelay = 500;
const longestDelay = 10_000;
/** SQLSTATE classes of a server that is there but not ready: 57P03 starting up, 53300 too many connections. */
const notYet = ['57P03', '53300', '57P01'];

function connectionOf(config: Config): ClientConfig | undefined {
  const database = config.getOptionalConfig('backend.database');
  const own = database?.getOptionalConfig('plugin.changeguard');
  const ownClient = own?.getOptionalString('client');
  const baseClient = database?.getOptionalString('client');
  if ((ownClient ?? baseClient) !== 'pg') return undefined;
  const read = (from: Config | undefined): ClientConfig => {
    const value = from?.getOptional('connection');
    if (typeof value === 'string') return { connectionString: value };
    return (value ?? {}) as ClientConfig;
  };
  const connection = {
    ...(ownClient && ownClient !== baseClient ? {} : read(database)),
    ...read(own),
  };
  // Managed databases (`type: azure | cloudsql`) are reached through connectors of the host; only it can try them.
  const { type } = connection as { type?: string };
  if (type && type !== 'default') return undefined;
  // Which database there is, is the host's business: any will do to see whether the server answers.
  return { database: 'postgres', ...connection };
}

/**
 * Resolves when the PostgreSQL server that the configuration names answers. The host's `getClient` gives up after three quick tries
 * and then remembers the failure for good, so we wait before we ask it.
 */
export async function waitForPostgres(
  config: Config,
  logger: LoggerService,
  options: { signal?: AbortSignal } = {},
): Promise<void> {
  const connection = connectionOf(config);
  if (!connection) return;
  for (let wait = firstDelay; ; wait = Math.min(wait * 2, longestDelay)) {
    const client = new Client({
      ...connection,
      connectionTimeoutMillis: 5_000,
    });
    try {
      await client.connect();
      return;
    } catch (error) {
      const state = sqlStateOf(error);
      // It answered: what it refused (a password, a database) the host says in its own words.
      if (state && !notYet.includes(state)) return;
      logger.warn(
        `PostgreSQL is away, ChangeGuard waits for it; next try in ${
          wait / 1000
        } s: ${error}`,
      );
    } finally {
      await client.end().catch(() => undefined);
    }
    await delay(wait, undefined, { signal: options.signal });
  }
}
