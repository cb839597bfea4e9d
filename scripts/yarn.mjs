// @ts-check
/**
 * What a typed `yarn` runs (see yarnPath in .yarnrc.yml): the committed Yarn, under the right Node.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { YARN } from './ensureDependencies.mjs';
import { ensureNode, environmentFor } from './ensureNode.mjs';
import { say } from './run.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  const node = await ensureNode(root);
  const child = spawn(node, [join(root, YARN), ...process.argv.slice(2)], {
    env: { ...environmentFor(node), YARN_IGNORE_PATH: '1' },
    stdio: 'inherit',
  });
  for (const signal of /** @type {NodeJS.Signals[]} */ ([
    'SIGINT',
    'SIGTERM',
  ])) {
    process.on(signal, () => child.kill(signal));
  }
  process.exitCode = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ? 1 : code ?? 1));
  });
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
