import { randomUUID } from 'node:crypto';
import {
  type ManagedProcess,
  startProcess,
} from '../processes/ManagedProcess.ts';
import { findOnPath } from './findOnPath.ts';
import { runQuietly } from './runQuietly.ts';

/** Whether there is a Docker that answers (a command line without a daemon does not count). */
export async function hasDocker(): Promise<boolean> {
  const docker = findOnPath('docker');
  if (!docker) {
    return false;
  }
  const info = await runQuietly(
    docker,
    ['version', '--format', '{{.Server.Version}}'],
    { timeoutMs: 5_000 },
  );
  return info.code === 0;
}

/** Runs a container in the foreground, so that it ends with its command line. */
export function startContainer(options: {
  name: string;
  image: string;
  port: number;
  containerPort: number;
  command?: string[];
  env?: Record<string, string>;
  output: string;
}): ManagedProcess {
  const { name, image, port, containerPort, command = [], output } = options;
  const env = Object.entries(options.env ?? {}).flatMap(([key, value]) => [
    '--env',
    `${key}=${value}`,
  ]);
  return startProcess({
    name,
    command: 'docker',
    args: [
      ...['run', '--rm', '--init', '--name', `changeguard-${randomUUID()}`],
      ...['--publish', `127.0.0.1:${port}:${containerPort}`, ...env],
      ...[image, ...command],
    ],
    output,
  });
}
