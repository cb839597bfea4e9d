import { Worker } from 'worker_threads';

/** The standard input is a pipe that the parent holds open and writes nothing to: the system closes it, however the parent ends. */
const watch = `
  const { Socket } = require('node:net');
  new Socket({ fd: 0 })
    .resume()
    .once('close', () => process.kill(process.pid, 'SIGKILL'));
`;

/**
 * Ends this process when its parent ends. A thread of its own sees to it, since a process that is within one long step, such as parsing,
 * would hear of nothing before it is done.
 */
export function endWithParent(): void {
  new Worker(watch, { eval: true, execArgv: [], env: {} }).unref();
}
