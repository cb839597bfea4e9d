// @ts-check
/**
 * `npm start`, `npm test` and their kin on a machine that has any Node from 18 on and nothing else:
 * gets the right Node, installs the packages, and hands over to packages/local-portal. Uses nothing
 * but what Node brings, because nothing is installed yet when it runs.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './ensureDependencies.mjs';
import { ensureNode, environmentFor } from './ensureNode.mjs';
import { boundToParent, say } from './run.mjs';
import { whenAbandoned } from './whenAbandoned.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cli = join(root, 'packages', 'local-portal', 'src', 'cli.ts');

try {
  const node = await ensureNode(root);
  const env = environmentFor(node);
  await ensureDependencies(root, node, env);
  process.exitCode = await handOver(node, env);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/**
 * The starter is a child of ours. A terminal's Ctrl-C reaches both; a signal sent to us alone is
 * passed on, and we stay until it has stopped everything.
 *
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code
 */
function handOver(node, env) {
  const args = ['--disable-warning=ExperimentalWarning', cli];
  const [command, commandArgs] = boundToParent(node, [
    ...args,
    ...process.argv.slice(2),
  ]);
  const child = spawn(command, commandArgs, {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  for (const signal of /** @type {NodeJS.Signals[]} */ ([
    'SIGINT',
    'SIGTERM',
    'SIGHUP',
  ])) {
    process.on(signal, () => child.kill(signal));
  }
  whenAbandoned(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ? 1 : code ?? 1));
  });
}
