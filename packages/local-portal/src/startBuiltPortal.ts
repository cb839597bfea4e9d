import { join } from 'node:path';
import { checkout } from './checkout.ts';
import { buildPortal } from './portal/buildPortal.ts';
import {
  portalConfig,
  writeConfig,
  type ConfigTree,
} from './portal/portalConfig.ts';
import { userToken } from './portal/userToken.ts';
import { warmUpSignals } from './portal/warmUpSignals.ts';
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
  const urls = { backendUrl: baseUrl, appUrl: baseUrl, port, databasePrefix };
  writeConfig(written, portalConfig(services, urls));
  const files = [join(checkout.root, 'app-config.yaml'), written];
  if (config) {
    const overrides = join(folder, `app-config.${name}.overrides.yaml`);
    writeConfig(overrides, config);
    files.push(overrides);
  }

  const start = () =>
    startProcess({
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
  let running = start();
  const ready = () => waitUntilReady(running, port, baseUrl, logFile);
  await progress.during('Starting the portal', ready);
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
  port: number,
  baseUrl: string,
  log: string,
): Promise<void> {
  const readiness = `http://${LOOPBACK}:${port}/.backstage/health/v1/readiness`;
  const limits = { process, log, timeoutMs: 120_000 };
  await waitFor(
    'the portal was ready',
    async () => {
      const response = await fetch(readiness);
      await response.arrayBuffer();
      return response.ok;
    },
    limits,
  );
  await warmUpSignals(`http://${LOOPBACK}:${port}`);
  // The catalog reads the sample organisation after the backend says that it is ready.
  await waitFor(
    `${SOMEBODY} could sign in`,
    async () => Boolean(await userToken(SOMEBODY, baseUrl)),
    { ...limits, everyMs: 250 },
  );
}
