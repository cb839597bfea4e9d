import { join } from 'node:path';
import { connect } from 'node:net';
import { PubSub } from '@google-cloud/pubsub';
import { checkout } from '../checkout.ts';
import type { ConfigTree } from '../portal/portalConfig.ts';
import { startProcess } from '../processes/ManagedProcess.ts';
import { freePort, LOOPBACK } from '../processes/ports.ts';
import { waitFor } from '../processes/waitFor.ts';
import { openEmulatorDoor } from '../services/emulatorDoor.ts';
import type { PortalServices } from '../startServices.ts';

/** What can carry the events. */
export const TRANSPORTS = ['emulator', 'simulator', 'postgres'] as const;

export type TransportName = (typeof TRANSPORTS)[number];

/** What carries the events of a run. */
export interface Broker {
  /** For the report. */
  readonly description: string;
  /** What `changeguard` is told about it. */
  readonly config: ConfigTree;
  /** Deletes the topic with all that is in it, as an administrator might; absent where there is no topic. */
  readonly deleteTopic?: () => Promise<void>;
  close(): Promise<void>;
}

const TOPIC = 'changeguard-events';
const PROJECT = 'changeguard-chaos';
const SIMULATOR = join(
  ...['packages', 'pubsub-simulator', 'src', 'simulatorProcess.ts'],
);

/**
 * Starts what carries the events.
 *
 * @throws Error - when Google's emulator is asked for and this machine has none
 */
export async function startBroker(
  transport: TransportName,
  options: { services: PortalServices; folder: string },
): Promise<Broker> {
  switch (transport) {
    case 'postgres':
      return {
        description: 'the embedded PostgreSQL transport',
        config: { transport: 'postgres' },
        close: async () => {},
      };
    case 'simulator': {
      const host = await startSimulator(options.folder);
      return pubSub('our Pub/Sub simulator, in a process of its own', host);
    }
    default: {
      const { pubsub } = options.services;
      if (!pubsub) {
        throw new Error(
          'Google\'s Pub/Sub emulator is not on this machine: install it with "gcloud components install pubsub-emulator", or choose --transport simulator',
        );
      }
      const door = await openEmulatorDoor(pubsub.connection.emulatorHost);
      return pubSub(
        `${pubsub.origin}, behind a door that says goodbye for killed clients`,
        door.emulatorHost,
        () => door.close(),
      );
    }
  }
}

function pubSub(
  description: string,
  emulatorHost: string,
  closeDoor: () => Promise<void> = async () => {},
): Broker {
  const administrator = new PubSub({
    projectId: PROJECT,
    apiEndpoint: emulatorHost,
    emulatorMode: true,
    clientOptions: { universeDomain: 'googleapis.com' },
  });
  return {
    description,
    config: {
      transport: 'google-pubsub',
      googlePubSub: { projectId: PROJECT, emulatorHost, topic: TOPIC },
    },
    deleteTopic: async () => {
      await administrator.topic(TOPIC).delete();
    },
    close: async () => {
      await administrator.close();
      await closeDoor();
    },
  };
}

async function startSimulator(folder: string): Promise<string> {
  const port = await freePort();
  const log = join(folder, 'logs', 'simulator.log');
  const running = startProcess({
    name: 'The Pub/Sub simulator',
    command: process.execPath,
    args: [
      ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
      join(checkout.root, SIMULATOR),
      `${port}`,
    ],
    cwd: checkout.root,
    output: log,
  });
  await waitFor('the simulator listened', () => listens(port), {
    timeoutMs: 60_000,
    process: running,
    log,
  });
  return `${LOOPBACK}:${port}`;
}

function listens(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ port, host: LOOPBACK });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
