import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { runQuietly } from '../discovery/runQuietly.ts';

/** Whose tests are run, and whose migrations are today's. */
const BACKEND = join('plugins', 'changeguard-backend');

/** Tests empty tables in between, which is refused for the audit trail, and which no code of a release does. */
const LET_TESTS_TRUNCATE = `
exports.up = knex => knex.raw(\`do $$
  declare refusing record;
  begin
    for refusing in select tgname, tgrelid::regclass as on_table from pg_trigger where tgtype & 32 = 32 and starts_with(tgrelid::regclass::text, 'audit_') loop
      execute format('drop trigger %I on %s', refusing.tgname, refusing.on_table);
    end loop;
  end $$\`);
exports.down = () => {};
`;

/**
 * Lays out the plugins of an earlier release so that they run as they were, with the packages of this checkout, on a schema that
 * today's migrations make.
 *
 * @returns the folder of its backend plugin
 */
export async function unpackRelease(options: {
  root: string;
  release: string;
  folder: string;
}): Promise<string> {
  const { root, release, folder } = options;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const archive = join(folder, 'release.tar');
  const paths = ['plugins', 'package.json', 'tsconfig.json', 'backstage.json'];
  await run('git', ['archive', '-o', archive, release, ...paths], root);
  await run('tar', ['xf', archive, '-C', folder], root);
  rmSync(archive);
  for (const name of readdirSync(join(folder, 'plugins'))) {
    linkPackage(root, folder, join('plugins', name));
  }
  const migrations = join(folder, BACKEND, 'migrations');
  rmSync(migrations, { recursive: true });
  cpSync(join(root, BACKEND, 'migrations'), migrations, { recursive: true });
  writeFileSync(
    join(migrations, '99991231235959_let_tests_truncate.js'),
    LET_TESTS_TRUNCATE,
  );
  const backend = join(folder, BACKEND);
  readMigrationsFrom(backend);
  return backend;
}

/** Backstage looks for a plugin's folder from where Backstage is, which is in this checkout. */
function readMigrationsFrom(backend: string): void {
  const file = join(backend, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { name: string };
  const moduleNameMapper = { [`^${manifest.name}/package\\.json$`]: file };
  writeFileSync(
    file,
    JSON.stringify({ ...manifest, jest: { moduleNameMapper } }, null, 2),
  );
}

/** So that the release's packages find each other, and everything else by walking up to the checkout's own packages. */
function linkPackage(root: string, folder: string, path: string): void {
  const manifest = join(folder, path, 'package.json');
  const { name } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    name: string;
  };
  const link = join(folder, 'node_modules', name);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(folder, path), link);
  // Versions that differ from the ones at the root live beside the sources.
  const own = join(root, path, 'node_modules');
  if (existsSync(own)) {
    symlinkSync(own, join(folder, path, 'node_modules'));
  }
}

async function run(command: string, args: string[], cwd: string) {
  const { code, stderr } = await runQuietly(command, args, { cwd });
  if (code !== 0) {
    throw new Error(`${command} ${args[0]} failed: ${stderr.trim()}`);
  }
}
