import { randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * PostgreSQL refuses to run as root, so as root we run it as `nobody`. Every folder above its programs
 * and its data must then be open to others, which a checkout below /root is not: programs are copied,
 * and data is put, below this folder.
 */
const OUTSIDE = '/var/lib/changeguard-local-portal';

/** `nobody`, by number: a container may lack the name. */
export const POSTGRES_USER = { uid: 65534, gid: 65534 };

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * @param binaries - folder with PostgreSQL's `bin`
 * @returns a `bin` folder that the user PostgreSQL runs as can reach
 */
export async function reachableBinaries(
  binaries: string,
  version: string,
): Promise<string> {
  if (!isRoot() || isOpenToOthers(binaries)) {
    return join(binaries, 'bin');
  }
  const copy = join(OUTSIDE, `postgres-${version}`);
  if (!existsSync(copy)) {
    const fresh = `${copy}.${process.pid}`;
    mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 });
    cpSync(binaries, fresh, { recursive: true, verbatimSymlinks: true });
    renameSync(fresh, copy);
  }
  return join(copy, 'bin');
}

/**
 * @param folder - where one would like PostgreSQL's data; need not exist
 * @returns that folder or, where PostgreSQL could not reach it, one that a link at its place leads to
 */
export function reachableFolder(folder: string): string {
  const parent = dirname(folder);
  mkdirSync(parent, { recursive: true });
  if (!isRoot() || isOpenToOthers(parent)) {
    return folder;
  }
  if (!isLink(folder)) {
    forgetAbandoned();
    const home = join(OUTSIDE, randomUUID());
    mkdirSync(home, { recursive: true, mode: 0o755 });
    rmSync(folder, { recursive: true, force: true });
    symlinkSync(join(home, 'data'), folder);
    // Last, for without a note nobody takes it for abandoned.
    writeFileSync(join(home, 'link'), folder);
  }
  const target = readlinkSync(folder);
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  return target;
}

/** Whether any user can walk down to this folder and look into it. */
export function isOpenToOthers(folder: string): boolean {
  const path = resolve(folder);
  for (let step = path; ; step = dirname(step)) {
    const wanted = step === path ? 0o005 : 0o001;
    if ((statSync(step).mode & wanted) !== wanted) {
      return false;
    }
    if (step === dirname(step)) {
      return true;
    }
  }
}

/** Removes data whose checkout is gone or has turned to other data. */
function forgetAbandoned(): void {
  if (!existsSync(OUTSIDE)) {
    return;
  }
  for (const name of readdirSync(OUTSIDE)) {
    const note = join(OUTSIDE, name, 'link');
    if (existsSync(note)) {
      const link = readFileSync(note, 'utf8');
      if (
        !isLink(link) ||
        dirname(readlinkSync(link)) !== join(OUTSIDE, name)
      ) {
        rmSync(join(OUTSIDE, name), { recursive: true, force: true });
      }
    }
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
