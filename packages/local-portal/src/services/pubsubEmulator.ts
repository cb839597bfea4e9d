import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { hasDocker, startContainer } from '../discovery/docker.ts';
import { findFirst, type Way } from '../discovery/findFirst.ts';
import { findOnPath } from '../discovery/findOnPath.ts';
import { MissingServiceError } from '../discovery/MissingServiceError.ts';
import {
  type ManagedProcess,
  startProcess,
} from '../processes/ManagedProcess.ts';
import { LOOPBACK } from '../processes/ports.ts';
import { waitFor } from '../processes/waitFor.ts';
import type { Service, ServiceOptions } from './Service.ts';

/** How to reach a Pub/Sub emulator. */
export interface PubSubConnection {
  /** `host:port`, as PUBSUB_EMULATOR_HOST wants it. */
  emulatorHost: string;
  /** The emulator takes any project; this is ours. */
  projectId: string;
}

type Starter = (options: ServiceOptions) => ManagedProcess;

const JARS = join('platform', 'pubsub-emulator', 'lib');
const IMAGE = 'gcr.io/google.com/cloudsdktool/google-cloud-cli:emulators';

/** The ways to Google's own emulator on this machine, best first. It is not on npm or in Debian. */
export function pubsubWays(): Way<Starter>[] {
  return [
    {
      name: 'the pubsub-emulator of a Google Cloud SDK with java',
      find: async () => {
        const jar = findEmulatorJar();
        const java = findOnPath('java');
        return jar && java ? emulator(java, jar) : undefined;
      },
    },
    {
      name: 'Docker',
      find: async () => ((await hasDocker()) ? container : undefined),
    },
  ];
}

/**
 * Starts Google's Pub/Sub emulator, or takes the one whose address is given.
 *
 * @param givenHost - `host:port` of an emulator that runs already
 * @throws MissingServiceError when there is no way to one
 */
export async function startPubSubEmulator(
  options: ServiceOptions,
  givenHost?: string,
): Promise<Service<PubSubConnection>> {
  const projectId = 'changeguard-local';
  const shared = { name: 'Google Pub/Sub', kind: 'emulated' } as const;
  if (givenHost) {
    return {
      ...shared,
      origin: 'the emulator you gave',
      connection: { emulatorHost: givenHost, projectId },
      stop: async () => {},
    };
  }
  const found = await findFirst(pubsubWays());
  if (found.outcome === 'missing') {
    throw new MissingServiceError(
      "Google's Pub/Sub emulator",
      found.tried,
      'install it with "gcloud components install pubsub-emulator", or set PUBSUB_EMULATOR_HOST to one that runs',
    );
  }
  const running = found.value(options);
  const { port, logFile } = options;
  await waitFor("Google's Pub/Sub emulator answers", () => answers(port), {
    timeoutMs: 120_000,
    process: running,
    log: logFile,
  });
  return {
    ...shared,
    origin: found.way.replace(/^the/, "Google's emulator, the"),
    connection: { emulatorHost: `${LOOPBACK}:${port}`, projectId },
    stop: () => running.stop(),
  };
}

/** The newest emulator of the Google Cloud SDKs that are usually found. */
function findEmulatorJar(): string | undefined {
  const gcloud = findOnPath('gcloud');
  const homes = [
    process.env.CLOUDSDK_ROOT_DIR,
    gcloud && dirname(dirname(realpathSync(gcloud))),
    join(homedir(), 'google-cloud-sdk'),
    '/usr/lib/google-cloud-sdk',
    '/opt/google-cloud-sdk',
    '/snap/google-cloud-cli/current',
  ];
  for (const home of homes) {
    const folder = home && join(home, JARS);
    if (folder && existsSync(folder)) {
      const jars = readdirSync(folder).filter(file =>
        /^cloud-pubsub-emulator-.*-all\.jar$/.test(file),
      );
      const newest = jars.sort().at(-1);
      if (newest) {
        return join(folder, newest);
      }
    }
  }
  return undefined;
}

function emulator(java: string, jar: string): Starter {
  return ({ port, logFile }) =>
    startProcess({
      name: "Google's Pub/Sub emulator",
      command: java,
      args: ['-Xmx256m', '-jar', jar, `--host=${LOOPBACK}`, `--port=${port}`],
      output: logFile,
    });
}

function container({ port, logFile }: ServiceOptions): ManagedProcess {
  return startContainer({
    name: "Google's Pub/Sub emulator",
    image: IMAGE,
    port,
    containerPort: 8085,
    command: [
      ...['gcloud', 'beta', 'emulators', 'pubsub', 'start'],
      '--host-port=0.0.0.0:8085',
    ],
    output: logFile,
  });
}

async function answers(port: number): Promise<boolean> {
  const response = await fetch(`http://${LOOPBACK}:${port}/`, {
    signal: AbortSignal.timeout(1_000),
  });
  await response.arrayBuffer();
  return response.ok;
}
