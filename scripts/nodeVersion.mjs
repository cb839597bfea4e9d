// @ts-check
/**
 * Which Node runs this repository, and which npm package brings one where the machine has another.
 */

/** The Node this repository brings along: binary and headers in one npm package, no install script. */
export const BUNDLED_NODE_VERSION = '24.21.0';

/**
 * 24 is what Backstage asks for and what we develop on; 22 reads TypeScript without a flag from 22.18.
 *
 * @param {string} version such as `24.21.0`
 */
export function isSupportedNode(version) {
  const [major, minor] = version.split('.').map(Number);
  return major === 24 || (major === 22 && minor >= 18);
}

/**
 * @param {{ platform: string, arch: string, glibc: boolean }} machine
 * @returns {string | undefined} the npm package that holds Node for this machine, if there is one
 */
export function nodePackageFor({ platform, arch, glibc }) {
  return platform === 'linux' && glibc && (arch === 'x64' || arch === 'arm64')
    ? `node-linux-${arch}`
    : undefined;
}

/** @param {string} version the Node that is running */
export function askForNode(version) {
  return `ChangeGuard needs Node 24 and this is Node ${version}: please install Node 24 (https://nodejs.org) and run the command again.`;
}
