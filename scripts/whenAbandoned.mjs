// @ts-check
import { readFileSync } from 'node:fs';

/**
 * Calls back when the npm that ran this script is gone without a word (kill -9), because nobody will
 * pass on a Ctrl-C then. Some shells stay between npm and the script, so the parent of one is watched
 * too. Does nothing for a script that a person ran directly.
 *
 * @param {() => void} onAbandoned
 */
export function whenAbandoned(onAbandoned) {
  if (!process.env.npm_lifecycle_event) {
    return;
  }
  const family = ancestors();
  const watch = setInterval(() => {
    if (ancestors() !== family) {
      clearInterval(watch);
      onAbandoned();
    }
  }, 1_000);
  watch.unref();
}

/** The processes from ours up to npm, as far as this system tells: what is above npm is not our concern. */
function ancestors() {
  const parent = process.ppid;
  return isNpm(parent) ? `${parent}` : `${parent} ${parentOf(parent)}`;
}

/** @param {number} pid */
function isNpm(pid) {
  return readProc(pid, 'cmdline').startsWith('npm ');
}

/** @param {number} pid */
function parentOf(pid) {
  // "pid (name) state parent …", where the name may itself hold spaces and brackets.
  const stat = readProc(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
}

/**
 * @param {number} pid
 * @param {string} file
 */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
