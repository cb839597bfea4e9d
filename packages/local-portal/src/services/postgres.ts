import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { runQuietly } from '../discovery/runQuietly.ts';
import { startProcess } from '../processes/ManagedProcess.ts';
import { LOOPBACK } from '../processes/ports.ts';
import { waitFor } from '../processes/waitFor.ts';
import { findPostgresBinaries } from './postgresBinaries.ts';
import {
  isRoot,
  POSTGRES_USER,
  reachableBinaries,
  reachableFolder,
} from './postgresAsRoot.ts';
import type { Service, ServiceOptions } from './Service.ts';

/** How to reach a PostgreSQL server, as a user who may create databases. */
export interface PostgresConnection {
  host: string;
  port: number;
  user: string;
  password: string;
  /** The same as one address, without a database. */
  url: string;
}

/** What {@link startPostgres} needs to know. */
export interface PostgresOptions extends ServiceOptions {
  /** Password of the user `postgres`. */
  password: string;
  /** Whether data survives a power cut. Tests do without and are faster. */
  durable: boolean;
  /** Further settings, such as `shared_preload_libraries`. */
  settings?: Record<string, string>;
  /** Address of a server that runs already. */
  givenUrl?: string;
}

/**
 * Starts PostgreSQL on a data folder, which it makes the first time. As root it runs as an unprivileged
 * user, because it refuses to run as root.
 */
export async function startPostgres(
  options: PostgresOptions,
): Promise<Service<PostgresConnection>> {
  const { port, password, durable, logFile, givenUrl } = options;
  if (givenUrl) {
    return given(givenUrl);
  }
  const { binaries, version, origin } = await findPostgresBinaries();
  const bin = await reachableBinaries(binaries, version);
  const dataDir = reachableFolder(options.dataDir);
  if (!existsSync(join(dataDir, 'PG_VERSION'))) {
    await initialise(bin, dataDir, password);
  }
  refuseOtherMajor(dataDir, version);

  const running = startProcess({
    name: 'PostgreSQL',
    command: join(bin, 'postgres'),
    args: [
      ...['-D', dataDir, '-p', `${port}`],
      ...['-c', `listen_addresses=${LOOPBACK}`],
      ...['-c', 'unix_socket_directories='],
      ...['-c', 'max_connections=300'],
      ...(durable
        ? []
        : [
            ...['-c', 'fsync=off', '-c', 'synchronous_commit=off'],
            ...['-c', 'full_page_writes=off'],
          ]),
      ...Object.entries(options.settings ?? {}).flatMap(([name, value]) => [
        '-c',
        `${name}=${value}`,
      ]),
    ],
    cwd: '/',
    user: isRoot() ? POSTGRES_USER : undefined,
    // "Fast shutdown": ends sessions and closes down cleanly. SIGTERM would wait for every client.
    stopSignal: 'SIGINT',
    output: logFile,
  });
  const connection = connectionOf(port, password);
  await waitFor('PostgreSQL answers', () => answers(connection.url), {
    timeoutMs: 60_000,
    process: running,
    log: logFile,
    everyMs: 50,
  });
  return {
    name: 'PostgreSQL',
    kind: 'embedded',
    origin: `${version} ${origin}`,
    connection,
    process: running,
    stop: () => running.stop(),
  };
}

function given(url: string): Service<PostgresConnection> {
  const { hostname, port, username, password } = new URL(url);
  return {
    name: 'PostgreSQL',
    kind: 'real',
    origin: 'yours',
    connection: {
      host: hostname,
      port: Number(port || 5432),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      url,
    },
    stop: async () => {},
  };
}

function connectionOf(port: number, password: string): PostgresConnection {
  const user = 'postgres';
  const url = `postgresql://${user}:${password}@${LOOPBACK}:${port}`;
  return { host: LOOPBACK, port, user, password, url };
}

/** Made beside its place and renamed, so that a start that is broken off leaves nothing half made. */
async function initialise(bin: string, dataDir: string, password: string) {
  const fresh = `${dataDir}.new`;
  const passwordFile = `${dataDir}.password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    const user = isRoot() ? POSTGRES_USER : undefined;
    if (user) {
      chownSync(fresh, user.uid, user.gid);
      chownSync(passwordFile, user.uid, user.gid);
    }
    const result = await runQuietly(
      join(bin, 'initdb'),
      [
        ...['-D', fresh, '-U', 'postgres', `--pwfile=${passwordFile}`],
        ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
        ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ],
      { cwd: '/', user },
    );
    if (result.code !== 0) {
      throw new Error(
        `PostgreSQL could not make its data folder ${dataDir}: ${result.stderr.trim()}`,
      );
    }
    rmSync(dataDir, { recursive: true, force: true });
    renameSync(fresh, dataDir);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(fresh, { recursive: true, force: true });
  }
}

function refuseOtherMajor(dataDir: string, version: string) {
  const stored = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (stored !== version.split('.')[0]) {
    throw new Error(
      `The data in ${dataDir} was written by PostgreSQL ${stored} and this is ${version}: delete that folder to start afresh.`,
    );
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: `${url}/postgres`,
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } finally {
    await client.end();
  }
}
