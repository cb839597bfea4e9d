// @ts-check
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { BUNDLED_NODE_VERSION } from './nodeVersion.mjs';
import { registrySettings } from './registrySettings.mjs';
import { runWithProgress } from './run.mjs';

/** The committed Yarn: corepack would ask a host that may not be reachable. */
export const YARN = '.yarn/releases/yarn-4.13.0.cjs';

/**
 * Installs what `yarn.lock` says when `node_modules` is not already that. A stamp remembers what was
 * installed, because asking Yarn costs seconds at every start.
 *
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
export async function ensureDependencies(root, node, env) {
  const stampFile = join(root, 'node_modules', '.changeguard-install');
  const wanted = fingerprint(root, node);
  if (
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8').trim() === wanted
  ) {
    return;
  }
  await runWithProgress({
    what: 'Installing packages (some minutes the first time)',
    command: node,
    args: [join(root, YARN), 'install', '--immutable'],
    cwd: root,
    env: { ...env, ...registrySettings(root), YARN_IGNORE_PATH: '1' },
    logFile: join(root, '.cache', 'logs', 'install.log'),
  });
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stampFile, `${wanted}\n`);
}

/**
 * The lockfile, every package's dependencies and the Node major that native modules are built for.
 *
 * @param {string} root
 * @param {string} node
 */
function fingerprint(root, node) {
  const version =
    node === process.execPath ? process.versions.node : BUNDLED_NODE_VERSION;
  const hash = createHash('sha256').update(version.split('.')[0]);
  hash.update(readFileSync(join(root, 'yarn.lock')));
  for (const file of packageFiles(root)) {
    const { dependencies, devDependencies, peerDependencies, resolutions } =
      JSON.parse(readFileSync(file, 'utf8'));
    hash.update(
      JSON.stringify([
        dependencies,
        devDependencies,
        peerDependencies,
        resolutions,
      ]),
    );
  }
  return hash.digest('hex');
}

/** @param {string} root */
function packageFiles(root) {
  const files = [join(root, 'package.json')];
  for (const folder of ['packages', 'plugins']) {
    for (const name of readdirSync(join(root, folder)).sort()) {
      files.push(join(root, folder, name, 'package.json'));
    }
  }
  return files.filter(file => existsSync(file));
}
