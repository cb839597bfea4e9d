import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import {
  unpackDebianPackages,
  unpackedEnvironment,
} from '../discovery/debianPackages.ts';
import { findFirst, type Way } from '../discovery/findFirst.ts';
import { findOnPath, isProgram } from '../discovery/findOnPath.ts';
import { MissingServiceError } from '../discovery/MissingServiceError.ts';
import { runQuietly } from '../discovery/runQuietly.ts';
import { isRoot } from './postgresAsRoot.ts';

/** A browser for tests. */
export interface Chromium {
  /** Program to run, as `executablePath` of Playwright. */
  executablePath: string;
  /** Such as `Chromium 142.0.1`. */
  version: string;
  /** How it was come by. */
  origin: string;
}

const PROGRAMS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/** The ways to a Chromium on this machine, best first; each is tried out before it counts. */
export function chromiumWays(): Way<Omit<Chromium, 'origin'>>[] {
  return [
    {
      name: 'CHROMIUM_PATH',
      find: async () => tried(process.env.CHROMIUM_PATH),
    },
    {
      name: 'chromium or google-chrome on the PATH',
      find: async () => tried(findOnPath(...PROGRAMS)),
    },
    { name: "Debian's chromium, unpacked", find: unpacked },
    { name: "Debian's chromium, installed", find: installed },
  ];
}

/**
 * Finds a Chromium that starts.
 *
 * @throws MissingServiceError when there is no way to one
 */
export async function findChromium(): Promise<Chromium> {
  const found = await findFirst(chromiumWays());
  if (found.outcome === 'missing') {
    throw new MissingServiceError(
      'Chromium',
      found.tried,
      'install chromium, or set CHROMIUM_PATH to one',
    );
  }
  return { ...found.value, origin: found.way };
}

/** A browser that opens a page, not just one that prints its version. */
async function tried(
  program: string | undefined,
): Promise<Omit<Chromium, 'origin'> | undefined> {
  if (!program || !isProgram(program)) {
    return undefined;
  }
  const page = await runQuietly(
    program,
    [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run'],
      ...[
        '--disable-dev-shm-usage',
        '--dump-dom',
        'data:text/html,<i>ready</i>',
      ],
    ],
    { timeoutMs: 60_000 },
  );
  if (!page.stdout.includes('<i>ready</i>')) {
    return undefined;
  }
  const { stdout } = await runQuietly(program, ['--version']);
  return { executablePath: program, version: stdout.trim() };
}

/** Needs no root: the browser and the libraries this machine lacks, in a folder of ours. */
async function unpacked(): Promise<Omit<Chromium, 'origin'> | undefined> {
  const folder = join(checkout.cache, 'debian', 'chromium');
  const there = await unpackDebianPackages(
    ['chromium', 'chromium-common', 'fonts-liberation', 'fontconfig-config'],
    folder,
  );
  if (!there) {
    return undefined;
  }
  const browser = await tried(wrapper(folder));
  if (!browser) {
    rmSync(folder, { recursive: true, force: true });
  }
  return browser;
}

async function installed(): Promise<Omit<Chromium, 'origin'> | undefined> {
  if (!isRoot() || !findOnPath('apt-get')) {
    return undefined;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['-qq', 'install', '--yes', '--no-install-recommends'];
  const packages = [...install, 'chromium', 'fonts-liberation'];
  const options = { env, timeoutMs: 600_000 };
  if ((await runQuietly('apt-get', packages, options)).code !== 0) {
    await runQuietly('apt-get', ['-qq', 'update'], options);
    await runQuietly('apt-get', packages, options);
  }
  return tried(findOnPath(...PROGRAMS));
}

/** A program that starts the unpacked browser with its own libraries and fonts. */
function wrapper(folder: string): string {
  const fonts = join(folder, 'fonts.conf');
  const program = join(folder, 'chromium');
  mkdirSync(join(folder, 'fonts-cache'), { recursive: true });
  writeFileSync(
    fonts,
    `<?xml version="1.0"?>
<fontconfig>
  <dir>${join(folder, 'usr', 'share', 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
  const { LD_LIBRARY_PATH } = unpackedEnvironment(folder);
  writeFileSync(
    program,
    `#!/bin/sh
export LD_LIBRARY_PATH="${LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="${fonts}"
exec "${join(folder, 'usr', 'lib', 'chromium', 'chromium')}" "$@"
`,
    { mode: 0o755 },
  );
  return program;
}
