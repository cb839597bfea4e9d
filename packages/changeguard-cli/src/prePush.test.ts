import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { delimiter, join, resolve } from 'path';
import { GitFolder } from './__testUtils__/GitFolder';

const hook = readFileSync(
  resolve(__dirname, '../../../docs/pipelines/pre-push'),
  'utf8',
);
const command = resolve(__dirname, '../bin/changeguard');

const parcels = (type: string) => `openapi: 3.0.3
info: { title: Parcels, version: '1' }
paths:
  /parcels:
    get:
      responses:
        '200':
          description: The parcel
          content:
            application/json:
              schema:
                type: object
                required: [weight]
                properties:
                  weight: { type: ${type} }
`;
const fine = parcels('number');
const broken = parcels('string');

// Each push starts the command anew.
jest.setTimeout(120_000);

describe('the pre-push hook', () => {
  let folder: string;
  let repository: GitFolder;
  let env: NodeJS.ProcessEnv;

  /** A repository with the hook, and a remote that has what is on its main branch. */
  const start = (file: string) => {
    new GitFolder(folder).git('init', '-q', '--bare', '-b', 'main', 'remote');
    new GitFolder(folder).git('init', '-q', '-b', 'main', 'local');
    repository = new GitFolder(join(folder, 'local'), env);
    const own = hook.replace('files=openapi.yaml', `files=${file}`);
    chmodSync(repository.write('.git/hooks/pre-push', own), 0o755);
    repository.git('remote', 'add', 'origin', '../remote');
    repository.commit(file, fine);
  };
  const push = (...args: string[]) => repository.try('push', 'origin', ...args);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'changeguard-hook-'));
    const tools = new GitFolder(join(folder, 'tools'));
    const installed = `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`;
    chmodSync(tools.write('changeguard', installed), 0o755);
    env = { PATH: [tools.path, process.env.PATH].join(delimiter) };
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('minds what is committed and pushed to the main branch, not what lies in the folder', () => {
    start('openapi.yaml');
    const first = push('main');
    expect(first).toMatchObject({ exitCode: 0 });
    expect(first.told).toContain('no main of origin is known');

    repository.write('openapi.yaml', broken);
    repository.git('commit', '-q', '--allow-empty', '-m', 'Say nothing new');
    expect(push('main')).toMatchObject({ exitCode: 0 });

    repository.commit('openapi.yaml', broken);
    repository.write('openapi.yaml', fine);
    const refused = push('main');
    expect(refused.exitCode).toBe(1);
    expect(refused.told).toContain('1 breaking change');
    expect(refused.told).toContain('Announce the change');

    repository.git('rm', '-qf', 'openapi.yaml');
    repository.git('commit', '-qm', 'Describe nothing');
    repository.write('openapi.yaml', fine);
    const removed = push('main');
    expect(removed.exitCode).toBe(1);
    expect(removed.told).toContain('refs/heads/main has no openapi.yaml');
  });

  it('compares a new branch with where it left the main branch, and lets go what is deleted', () => {
    start('openapi.yaml');
    repository.git('push', '-q', '--no-verify', 'origin', 'main');
    repository.git('switch', '-qc', 'heavier');
    repository.commit('notes.md', 'To be weighed.');
    // The main branch goes on, with what the branch does not have.
    repository.git('switch', '-q', 'main');
    repository.commit(
      'openapi.yaml',
      `${fine}  /crates: { get: { responses: { '200': { description: All } } } }\n`,
    );
    repository.git('push', '-q', '--no-verify', 'origin', 'main');
    expect(push('heavier')).toMatchObject({ exitCode: 0 });

    repository.git('switch', '-qc', 'broken', 'heavier');
    repository.commit('openapi.yaml', broken);
    repository.git('switch', '-q', 'main');
    expect(push('heavier', 'broken').exitCode).toBe(1);
    repository.git('push', '-q', '--no-verify', 'origin', 'broken');
    expect(push('--delete', 'broken')).toMatchObject({ exitCode: 0 });
  });

  it('works in a linked worktree, with a file below', () => {
    start('api/openapi.yaml');
    repository.git('push', '-q', '--no-verify', 'origin', 'main');
    repository.git('worktree', 'add', '-q', '../linked', '-b', 'broken');
    repository = new GitFolder(join(folder, 'linked'), env);
    repository.commit('api/openapi.yaml', broken);
    const refused = push('broken');
    expect(refused.exitCode).toBe(1);
    expect(refused.told).toContain('1 breaking change');
    repository.commit('api/openapi.yaml', fine);
    expect(push('broken')).toMatchObject({ exitCode: 0 });
  });

  it('asks to fetch what the remote has and nobody here knows', () => {
    start('openapi.yaml');
    repository.git('push', '-q', '--no-verify', '../remote', 'main');
    const other = new GitFolder(join(folder, 'other'));
    new GitFolder(folder).git('clone', '-q', 'remote', 'other');
    other.commit('notes.md', 'Weighed.');
    other.git('push', '-q', 'origin', 'main');
    const refused = push('--force', 'main');
    expect(refused.exitCode).toBe(1);
    expect(refused.told).toContain('git fetch first');
  });
});
