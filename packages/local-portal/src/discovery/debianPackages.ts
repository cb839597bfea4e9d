import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { findOnPath } from './findOnPath.ts';
import { runQuietly } from './runQuietly.ts';

/** Architecture folders below `usr/lib`, by what Node calls the processor. */
const MULTIARCH: Record<string, string> = {
  x64: 'x86_64-linux-gnu',
  arm64: 'aarch64-linux-gnu',
};

/**
 * Downloads Debian packages, with those of their dependencies that this machine lacks, and unpacks
 * them into a folder of ours. Needs no root and changes nothing on the system: apt works on private
 * lists and a private download folder.
 *
 * @returns whether the folder now holds them
 */
export async function unpackDebianPackages(
  names: string[],
  folder: string,
): Promise<boolean> {
  if (existsSync(folder)) {
    return true;
  }
  if (!findOnPath('apt-get') || !findOnPath('dpkg')) {
    return false;
  }
  const fresh = `${folder}.${process.pid}`;
  const debs = `${fresh}.debs`;
  try {
    mkdirSync(fresh, { recursive: true });
    const isDownloaded =
      (await download(names, debs, [])) ||
      (await downloadWithPrivateLists(names, debs));
    if (!isDownloaded) {
      return false;
    }
    for (const file of readdirSync(debs).filter(f => f.endsWith('.deb'))) {
      const unpacked = await runQuietly('dpkg', [
        '-x',
        join(debs, file),
        fresh,
      ]);
      if (unpacked.code !== 0) {
        return false;
      }
    }
    renameSync(fresh, folder);
    return true;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(debs, { recursive: true, force: true });
  }
}

/** Variables with which a program finds the libraries that were unpacked beside it. */
export function unpackedEnvironment(folder: string): NodeJS.ProcessEnv {
  const arch = MULTIARCH[process.arch] ?? '';
  const libraries = [
    join(folder, 'usr', 'lib', arch),
    join(folder, 'lib', arch),
    process.env.LD_LIBRARY_PATH,
  ];
  return {
    ...process.env,
    LD_LIBRARY_PATH: libraries.filter(Boolean).join(':'),
  };
}

async function downloadWithPrivateLists(names: string[], debs: string) {
  const state = `${debs}.state`;
  mkdirSync(join(state, 'lists', 'partial'), { recursive: true });
  const options = [
    ...['-o', `Dir::State=${state}`],
    ...['-o', `Dir::State::Lists=${join(state, 'lists')}`],
    ...['-o', 'Dir::State::status=/var/lib/dpkg/status'],
    ...['-o', `Dir::Cache=${state}`],
  ];
  try {
    const updated = await apt([...options, 'update'], 180_000);
    return updated && (await download(names, debs, options));
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
}

async function download(names: string[], debs: string, options: string[]) {
  mkdirSync(join(debs, 'partial'), { recursive: true });
  return apt(
    [
      ...options,
      ...['-o', `Dir::Cache::archives=${debs}`],
      // Only root may take the system's lock, and nothing of the system is written.
      ...['-o', 'Debug::NoLocking=1'],
      ...['install', '--download-only', '--reinstall', '--yes'],
      ...['--no-install-recommends', ...names],
    ],
    600_000,
  );
}

async function apt(args: string[], timeoutMs: number): Promise<boolean> {
  const result = await runQuietly(
    'apt-get',
    // The user that apt drops to when run as root may not read our folders.
    ['-qq', '-o', 'APT::Sandbox::User=root', ...args],
    { timeoutMs, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } },
  );
  return result.code === 0;
}
