import { execFile } from 'child_process';
import { statSync } from 'fs';
import { dirname, relative, resolve, sep } from 'path';
import { promisify } from 'util';
import { Content, isMigration } from './Content';

const run = promisify(execFile);
const longestOutput = 64 * 1024 * 1024;
const patienceMs = 60_000;

/**
 * A file, or the migrations of a folder, as they are in a revision of the repository they lie in, or lay in.
 *
 * @throws Error - with git's own words, when there is no such revision or file
 */
export async function readFromGit(
  path: string,
  revision: string,
): Promise<Content> {
  const folder = folderOf(path);
  const inFolder = relative(folder, resolve(path)).split(sep).join('/');
  const name = `${revision}:./${inFolder}`;
  const git = (...args: string[]) => output(folder, args);
  const kind = (await git('cat-file', '-t', name)).toString().trim();
  if (kind !== 'tree') return git('cat-file', 'blob', name);
  // Paths in that folder, wherever git is asked from.
  const list = ['ls-tree', '-r', '-z', '--full-tree', '--name-only', name];
  const paths = (await git(...list)).toString().split('\0').filter(isMigration);
  const files = new Map<string, Uint8Array>();
  for (const one of paths) {
    files.set(
      one,
      await git(
        'cat-file',
        'blob',
        inFolder ? `${name}/${one}` : `${name}${one}`,
      ),
    );
  }
  return files;
}

async function output(cwd: string, args: string[]): Promise<Buffer> {
  try {
    const { stdout } = await run('git', args, {
      cwd,
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

/** From where git finds the repository: the folder itself, or the first above that is not gone. */
function folderOf(path: string): string {
  // In a hook of a linked worktree git says by this where it is, which holds for the folder that the hook runs in and no other.
  if (process.env.GIT_DIR) return process.cwd();
  let folder = resolve(path);
  while (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    folder = dirname(folder);
  }
  return folder;
}
