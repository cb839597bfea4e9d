import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import {
  unpackDebianPackages,
  unpackedEnvironment,
} from '../discovery/debianPackages.ts';
import { hasDocker, startContainer } from '../discovery/docker.ts';
import { findFirst, type Way } from '../discovery/findFirst.ts';
import { findOnPath, isProgram } from '../discovery/findOnPath.ts';
import { MissingServiceError } from '../discovery/MissingServiceError.ts';
import { LOOPBACK } from '../processes/ports.ts';
import {
  type ManagedProcess,
  startProcess,
} from '../processes/ManagedProcess.ts';
import { waitFor } from '../processes/waitFor.ts';
import type { Service, ServiceOptions } from './Service.ts';

/**
 * How to reach a Redis.
 *
 * @public
 */
export interface RedisConnection {
  /** Such as `redis://127.0.0.1:6379`. */
  url: string;
}

/** Something that can be started on a port and speaks Redis. */
type Starter = (options: ServiceOptions) => ManagedProcess;

/** The ways to a Redis server on this machine, best first. */
export function redisWays(): Way<Starter>[] {
  const unpacked = join(checkout.cache, 'debian', 'redis');
  return [
    {
      name: 'redis-server or valkey-server on the PATH',
      find: async () => {
        const program = findOnPath('redis-server', 'valkey-server');
        return program ? server(program) : undefined;
      },
    },
    {
      name: "Debian's redis-server by apt-get",
      find: async () => {
        const program = join(unpacked, 'usr', 'bin', 'redis-server');
        await unpackDebianPackages(['redis-server', 'redis-tools'], unpacked);
        return isProgram(program)
          ? server(program, unpackedEnvironment(unpacked))
          : undefined;
      },
    },
    {
      name: 'Docker',
      find: async () => ((await hasDocker()) ? container : undefined),
    },
  ];
}

/**
 * Starts Redis, or takes the one whose address is given.
 *
 * @public
 * @param givenUrl - address of a Redis that runs already
 * @throws MissingServiceError when there is no way to one
 */
export async function startRedis(
  options: ServiceOptions,
  givenUrl?: string,
): Promise<Service<RedisConnection>> {
  if (givenUrl) {
    return {
      name: 'Redis',
      kind: 'real',
      origin: 'yours',
      connection: { url: givenUrl },
      stop: async () => {},
    };
  }
  const found = await findFirst(redisWays());
  if (found.outcome === 'missing') {
    throw new MissingServiceError(
      'Redis',
      found.tried,
      'install redis-server, or set CHANGEGUARD_REDIS_URL to one that runs',
    );
  }
  mkdirSync(options.dataDir, { recursive: true });
  const running = found.value(options);
  await waitFor('Redis answers', () => answersPing(options.port), {
    timeoutMs: 60_000,
    process: running,
    log: options.logFile,
    everyMs: 20,
  });
  return {
    name: 'Redis',
    kind: 'real',
    origin: found.way,
    connection: { url: `redis://${LOOPBACK}:${options.port}` },
    process: running,
    stop: () => running.stop(),
  };
}

function server(command: string, env?: NodeJS.ProcessEnv): Starter {
  return ({ port, dataDir, logFile }) =>
    startProcess({
      name: 'Redis',
      command,
      args: [
        ...['--port', `${port}`, '--bind', LOOPBACK, '--dir', dataDir],
        // What we keep in Redis may be lost at any moment, so nothing is written to disk.
        ...['--save', '', '--appendonly', 'no'],
      ],
      env,
      output: logFile,
    });
}

function container({ port, logFile }: ServiceOptions): ManagedProcess {
  return startContainer({
    name: 'Redis',
    image: 'redis:7',
    port,
    containerPort: 6379,
    output: logFile,
  });
}

function answersPing(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ port, host: LOOPBACK, timeout: 1_000 });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', data => settle(data.toString().startsWith('+PONG')));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });
}
