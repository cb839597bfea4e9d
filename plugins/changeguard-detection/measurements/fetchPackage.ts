import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where packages are kept between runs; git leaves it alone. */
const CACHE = join(__dirname, '..', '.cache', 'real-pairs');

const archives = new Map<string, Promise<string>>();

/** A file of one version of a package, taken from the npm registry once. */
export async function fetchPackage(
  name: string,
  version: string,
  file: string,
): Promise<string> {
  const folder = join(CACHE, `${name.replace(/[@/]/g, '_')}-${version}`);
  const path = join(folder, 'package', file);
  if (!existsSync(path)) {
    const archive =
      archives.get(folder) ?? fetchArchive(`${name}@${version}`, folder);
    archives.set(folder, archive);
    await run('tar', ['-xzf', await archive, '-C', folder, `package/${file}`]);
  }
  return readFile(path, 'utf8');
}

async function fetchArchive(wanted: string, folder: string): Promise<string> {
  const archive = join(folder, 'package.tgz');
  if (existsSync(archive)) return archive;
  mkdirSync(folder, { recursive: true });
  const { stdout } = await run('npm', [
    'pack',
    wanted,
    '--silent',
    '--pack-destination',
    folder,
  ]);
  renameSync(join(folder, stdout.trim()), archive);
  return archive;
}
