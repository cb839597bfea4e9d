// @ts-check
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** npm's own name for a setting, and the variable by which Yarn is told the same. */
const SHARED = [
  ['registry', 'YARN_NPM_REGISTRY_SERVER'],
  ['cafile', 'YARN_HTTPS_CA_FILE_PATH'],
  ['https-proxy', 'YARN_HTTPS_PROXY'],
  ['proxy', 'YARN_HTTP_PROXY'],
];

/**
 * Yarn does not read npm's configuration. On a machine whose npm is told about a mirror, a proxy or a
 * certificate authority, an install would fail for reasons that npm alone knows, so we pass them on.
 * What the person told Yarn wins.
 *
 * @param {string} root
 * @returns {NodeJS.ProcessEnv} variables to add
 */
export function registrySettings(root) {
  /** @type {NodeJS.ProcessEnv} */
  const added = {};
  for (const [setting, variable] of SHARED) {
    const value = npmSetting(setting, root);
    const isDefault = value === 'https://registry.npmjs.org/';
    if (value && !isDefault && !process.env[variable]) {
      added[variable] = value;
    }
  }
  if (!process.env.YARN_GLOBAL_FOLDER && !isWritable(homedir())) {
    added.YARN_GLOBAL_FOLDER = join(root, '.cache', 'yarn');
  }
  return added;
}

/**
 * @param {string} setting
 * @param {string} cwd
 */
function npmSetting(setting, cwd) {
  const result = spawnSync('npm', ['config', 'get', setting], {
    cwd,
    encoding: 'utf8',
  });
  const value = result.status === 0 ? result.stdout.trim() : '';
  return ['', 'null', 'undefined'].includes(value) ? undefined : value;
}

/** @param {string} folder */
export function isWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
