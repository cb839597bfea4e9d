import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './checkout.ts';
import { buildPortal } from './portal/buildPortal.ts';
import {
  portalConfig,
  writeConfig,
  type ConfigTree,
} from './portal/portalConfig.ts';
import { isReady } from './portal/readiness.ts';
import { userToken } from './portal/userToken.ts';
import { warmUpSignals } from './portal/warmUpSignals.ts';
import { lastError } from './processes/lastError.ts';
import {
  startProcess,
  type ManagedProcess,
} from './processes/ManagedProcess.ts';
import { freePort, LOOPBACK } from './processes/ports.ts';
import { waitFor } from './processes/waitFor.ts';
import { Progress } from './report/Progress.ts';
import type { PortalServices } from './startServices.ts';

/**
 * What {@link startBuiltPortal} needs to know.
 *
 * @public
 */
export interface BuiltPortalOptions {
  /** The services it runs on. */
  services: PortalServices;
  /** Folder for its configuration and its log. */
  folder: string;
  /** Tells several portals in one folder apart. By default `local-portal`. */
  name?: string;
  /** Port for app and API, on 127.0.0.1. By default any that is free. */
  port?: number;
  /**
   * Put before the names of its databases: a prefix of its own makes a fresh portal on a PostgreSQL
   * that others use; the same prefix makes a replica.
   */
  databasePrefix?: string;
  /** Configuration that overrides what a local start writes. */
  config?: ConfigTree;
  /** Environment variables that are added to ours. */
  env?: NodeJS.ProcessEnv;
  /** Where it says what it does. */
  progress?: Progress;
}

/**
 * A built portal that people can sign in to.
 *
 * @public
 */
export interface BuiltPortal {
  /** Where app and API are: `http://localhost:7007`. */
  readonly baseUrl: string;
  /** What the backend writes. */
  readonly logFile: string;
  /** The backend's process; another one after {@link BuiltPortal.restart}. */
  readonly process: ManagedProcess;
  /** Stops the backend in good order. */
  stop(): Promise<void>;
  /** Sends the backend a signal, such as SIGKILL, and waits until it has ended if that ends it. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Stops the backend if it still runs, starts it anew on the same port and data, and waits. */
  restart(): Promise<void>;
}

/** Anybody of the sample organisation will do; she is there in every story. */
const SOMEBODY = 'alice';

/** Signals that a program survives. */
const SURVIVABLE: NodeJS.Signals[] = ['SIGSTOP', 'SIGCONT'];

/**
 * Builds the portal if its sources have changed, starts it, and waits until somebody of the sample
 * organisation can sign in.
 *
 * @public
 */
export async function startBuiltPortal(
  options: BuiltPortalOptions,
): Promise<BuiltPortal> {
  const { services, folder, name = 'local-portal', databasePrefix } = options;
  const { config, progress = new Progress() } = options;
  const built = await buildPortal(progress);
  const port = options.port ?? (await freePort());
  const baseUrl = `http://localhost:${port}`;
  const logFile = join(folder, 'logs', `${name}.log`);

  const written = join(folder, `app-config.${name}.yaml`);
  const instance = randomUUID();
  writeConfig(
    written,
    portalConfig(services, {
      ...{ backendUrl: baseUrl, appUrl: baseUrl, port },
      ...{ databasePrefix, instance },
    }),
  );
  const files = [join(checkout.root, 'app-config.yaml'), written];
  if (config) {
    const overrides = join(folder, `app-config.${name}.overrides.yaml`);
    writeConfig(overrides, config);
    files.push(overrides);
  }

  // The log is added to, and earlier starts had errors of their own.
  let logStart = 0;
  const start = () => {
    logStart = existsSync(logFile) ? statSync(logFile).size : 0;
    return startProcess({
      name: 'The portal',
      command: process.execPath,
      args: [
        '--enable-source-maps',
        join(built, 'packages', 'backend'),
        ...files.flatMap(file => ['--config', file]),
      ],
      cwd: checkout.backend,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        METADATA_SERVER_DETECTION: 'none',
        ...options.env,
      },
      output: logFile,
      needsOthers: true,
    });
  };
  let running = start();
  const ready = async () => {
    try {
      await waitUntilReady(running, { port, baseUrl, instance, logFile });
    } catch (error) {
      const last = existsSync(logFile)
        ? lastError(readFileSync(logFile).toString('utf8', logStart))
        : undefined;
      throw last
        ? new Error(`${(error as Error).message}\n${last}`, { cause: error })
        : error;
    }
  };
  try {
    await progress.during('Starting the portal', ready);
  } catch (error) {
    // Nobody is handed it who could stop it.
    await running.stop();
    throw error;
  }
  return {
    baseUrl,
    logFile,
    get process() {
      return running;
    },
    stop: () => running.stop(),
    async kill(signal) {
      running.kill(signal);
      if (!SURVIVABLE.includes(signal)) {
        await running.exited;
      }
    },
    async restart() {
      await running.stop();
      running = start();
      await ready();
    },
  };
}

async function waitUntilReady(
  process: ManagedProcess,
  backend: { port: number; baseUrl: string; instance: string; logFile: string },
): Promise<void> {
  const { port, baseUrl, instance, logFile } = backend;
  const address = `http://${LOOPBACK}:${port}`;
  const limits = { process, log: logFile, timeoutMs: 120_000 };
  // The port was free when it was chosen; meanwhile another portal may answer there.
  await waitFor(
    'the portal was ready',
    () => isReady(address, instance),
    limits,
  );
  // A name of two addresses: what has the other one is what a browser would reach.
  if (!(await isReady(baseUrl, instance))) {
    throw new Error(
      `Another program answers at ${baseUrl}: stop that one, or choose another port.`,
    );
  }
  await warmUpSignals(address);
  // The catalog reads the sample organisation after the backend says that it is ready.
  await waitFor(
    `${SOMEBODY} could sign in`,
    async () => Boolean(await userToken(SOMEBODY, baseUrl)),
    { ...limits, everyMs: 250 },
  );
}
