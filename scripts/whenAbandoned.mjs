// @ts-check
import { readFileSync } from 'node:fs';

/**
 * Calls back when the npm that ran this script is gone without a word (kill -9), because nobody will
 * pass on a Ctrl-C then. npm puts a shell between itself and the script, which stays behind, so that
 * shell's parent is watched too. Does nothing for a script that a person ran directly.
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

/** Parent and grandparent, as far as this system tells. */
function ancestors() {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

/** @param {number} pid */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // "pid (name) state parent …", where the name may itself hold spaces and brackets.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return undefined;
  }
}
