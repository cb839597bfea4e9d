import { execFile } from 'child_process';
import { existsSync } from 'fs';
import { dirname, relative, resolve, sep } from 'path';
import { promisify } from 'util';

const run = promisify(execFile);
const longestOutput = 64 * 1024 * 1024;
const patienceMs = 60_000;

/**
 * A file as it is in a revision of the repository it lies in, or lay in.
 *
 * @throws Error - with git's own words, when there is no such revision or file
 */
export async function readFromGit(
  path: string,
  revision: string,
): Promise<Uint8Array> {
  const folder = folderOf(path);
  const inFolder = relative(folder, resolve(path)).split(sep).join('/');
  try {
    const { stdout } = await run('git', ['show', `${revision}:./${inFolder}`], {
      cwd: folder,
      encoding: 'buffer',
      maxBuffer: longestOutput,
      timeout: patienceMs,
    });
    return stdout;
  } catch (error) {
    const { stderr } = error as { stderr?: Buffer };
    const words = stderr?.toString().trim();
    throw words ? new Error(`git: ${words}`) : error;
  }
}

/** From where git finds the repository of a file whose own folder may be gone. */
function folderOf(path: string): string {
  // In a hook of a linked worktree git says by this where it is, which holds for the folder that the hook runs in and no other.
  if (process.env.GIT_DIR) return process.cwd();
  let folder = dirname(resolve(path));
  while (!existsSync(folder)) folder = dirname(folder);
  return folder;
}
