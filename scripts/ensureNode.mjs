// @ts-check
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import {
  askForNode,
  BUNDLED_NODE_VERSION,
  isSupportedNode,
  nodePackageFor,
} from './nodeVersion.mjs';
import { isWritable } from './registrySettings.mjs';
import { runWithProgress } from './run.mjs';

/**
 * Finds the Node that runs this repository: the one that is running where it fits, otherwise one that
 * npm brings into `.cache/node`.
 *
 * @param {string} root
 * @returns {Promise<string>} path of the `node` binary
 */
export async function ensureNode(root) {
  const running = process.versions.node;
  if (isSupportedNode(running)) {
    return process.execPath;
  }
  const name = nodePackageFor({
    platform: process.platform,
    arch: process.arch,
    glibc: hasGlibc(),
  });
  if (!name) {
    throw new Error(askForNode(running));
  }
  const folder = join(
    root,
    '.cache',
    'node',
    `${BUNDLED_NODE_VERSION}-${process.arch}`,
  );
  const node = join(folder, 'node_modules', name, 'bin', 'node');
  if (!existsSync(node)) {
    await install(`${name}@${BUNDLED_NODE_VERSION}`, folder, root);
  }
  return node;
}

/**
 * PATH with this Node first, and native modules compiled against *its* headers: a machine may preset
 * `npm_config_nodedir` to another Node's, and would then build silently for the wrong ABI.
 *
 * @param {string} node path of the binary
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentFor(node) {
  const env = { ...process.env };
  for (const key of Object.keys(env)) {
    if (key.toLowerCase() === 'npm_config_nodedir') {
      delete env[key];
    }
  }
  const folder = dirname(dirname(node));
  if (existsSync(join(folder, 'include', 'node', 'node_version.h'))) {
    env.npm_config_nodedir = folder;
  }
  if (env.PATH?.split(delimiter)[0] !== dirname(node)) {
    env.PATH = [dirname(node), env.PATH].filter(Boolean).join(delimiter);
  }
  return env;
}

/**
 * Installed beside its place and renamed: an interrupted download leaves nothing that looks whole.
 *
 * @param {string} spec
 * @param {string} folder
 * @param {string} root
 */
async function install(spec, folder, root) {
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const settings = isWritable(homedir())
    ? []
    : ['--cache', join(root, '.cache', 'npm')];
  await runWithProgress({
    what: `Getting Node ${BUNDLED_NODE_VERSION} (this one is ${process.versions.node})`,
    command: 'npm',
    args: [
      ...['install', spec, '--prefix', fresh, '--no-save', '--ignore-scripts'],
      ...['--no-package-lock', '--no-audit', '--no-fund', '--global=false'],
      ...settings,
    ],
    cwd: fresh,
    logFile: join(root, '.cache', 'logs', 'node.log'),
  });
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}

/** The package holds a binary for glibc; musl systems (Alpine) have to bring their own. */
function hasGlibc() {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (
    process.report?.getReport() ?? {}
  );
  return Boolean(report.header?.glibcVersionRuntime);
}
