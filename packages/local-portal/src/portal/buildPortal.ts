import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { checkout } from '../checkout.ts';
import { runQuietly } from '../discovery/runQuietly.ts';
import { ENDED_WELL, startProcess } from '../processes/ManagedProcess.ts';
import type { Progress } from '../report/Progress.ts';
import { sourceFingerprint } from './sourceFingerprint.ts';

const YARN = join(checkout.root, '.yarn', 'releases', 'yarn-4.13.0.cjs');

/**
 * Builds app and backend when their sources have changed, and lays the result out so that it runs
 * without an installation of its own.
 *
 * Backstage's build makes what a container image would hold: our packages, compiled, each with a
 * package.json that points to the compiled files. It is unpacked below the checkout, with a
 * `node_modules` that leads to these packages only; everything else Node finds by walking up, in the
 * checkout's own `node_modules`.
 *
 * @returns the folder to run `packages/backend` in
 */
export async function buildPortal(progress: Progress): Promise<string> {
  const folder = join(checkout.local, 'built-portal');
  const stamp = join(folder, 'built-from');
  const wanted = sourceFingerprint(checkout.root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return folder;
  }
  await progress.during('Building the portal (about a minute)', async () => {
    await build();
    const fresh = `${folder}.new`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true });
    await unpack('skeleton.tar.gz', fresh);
    await unpack('bundle.tar.gz', fresh);
    linkPackages(fresh);
    writeFileSync(join(fresh, 'built-from'), wanted);
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  });
  return folder;
}

async function build(): Promise<void> {
  const log = join(checkout.local, 'logs', 'build.log');
  rmSync(log, { force: true });
  // Backstage measures the files of the build before while it removes them, and on a busy machine fails over the first that is gone.
  rmSync(join(checkout.root, 'packages', 'app', 'dist'), {
    recursive: true,
    force: true,
  });
  const building = startProcess({
    name: 'The build',
    command: process.execPath,
    args: [YARN, 'workspace', 'backend', 'build'],
    cwd: checkout.root,
    env: { ...process.env, NODE_ENV: 'production', YARN_IGNORE_PATH: '1' },
    output: log,
    wholeGroup: true,
  });
  const how = await building.exited;
  if (how !== ENDED_WELL) {
    const tail = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-30);
    throw new Error(
      `Building the portal failed:\n${tail.join(
        '\n',
      )}\nThe whole output is in ${log}`,
    );
  }
}

async function unpack(archive: string, folder: string): Promise<void> {
  const file = join(checkout.backend, 'dist', archive);
  const result = await runQuietly('tar', ['xzf', file, '-C', folder]);
  if (result.code !== 0) {
    throw new Error(`Could not unpack ${file}: ${result.stderr.trim()}`);
  }
}

function linkPackages(fresh: string): void {
  for (const group of ['packages', 'plugins']) {
    const parent = join(fresh, group);
    for (const name of existsSync(parent) ? readdirSync(parent) : []) {
      const manifest = join(parent, name, 'package.json');
      const { name: packageName } = JSON.parse(
        readFileSync(manifest, 'utf8'),
      ) as { name: string };
      const link = join(fresh, 'node_modules', packageName);
      mkdirSync(dirname(link), { recursive: true });
      // Relative, so that a checkout may be moved.
      symlinkSync(relative(dirname(link), join(parent, name)), link);
      // Versions that differ from the ones at the root live beside the sources.
      const own = join(checkout.root, group, name, 'node_modules');
      if (existsSync(own)) {
        symlinkSync(
          relative(join(parent, name), own),
          join(parent, name, 'node_modules'),
        );
      }
    }
  }
}
