import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { GitFolder } from '../__testUtils__/GitFolder';
import { runCommand } from '../__testUtils__/runCommand';
import { sarifProblems } from '../__testUtils__/sarifProblems';

const parcels = (properties: string) => `openapi: 3.0.3
info: { title: Parcels, version: '1' }
paths:
  /parcels/{id}:
    get:
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        '200':
          description: The parcel
          content:
            application/json:
              schema:
                type: object
                required: [id, weight]
                properties:
                  id: { type: string }
${properties}`;
const before = parcels('                  weight: { type: number }\n');
const after = parcels('                  weight: { type: string }\n');

// Each comparison has a process of its own.
jest.setTimeout(120_000);

describe('changeguard check', () => {
  let folder: string;
  let base: string;
  let revision: string;

  const file = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'changeguard-cli-'));
    base = file('base.yaml', before);
    revision = file('parcels.yaml', after);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const check = (...args: string[]) => runCommand(['check', ...args]);

  it('ends with 1 when something breaks, and says what, why and where', async () => {
    const { exitCode, out } = await check(revision, '--base', base);
    expect(exitCode).toBe(1);
    expect(out).toContain('1 breaking change that nobody has announced');
    expect(out).toContain('response-property-type-changed');
    expect(out).toContain('GET /parcels/{id}');
    expect(out).toMatch(/parcels\.yaml:\d+/);
  });

  it('ends with 0 for the same definition, written differently', async () => {
    const same = file(
      'same.yaml',
      before.replace(
        'id: { type: string }',
        'id:\n                    type: string',
      ),
    );
    const { exitCode, out } = await check(same, '--base', base);
    expect(out).toContain('nothing changed that anybody could notice');
    expect(exitCode).toBe(0);
  });

  it('compares with the file as it is in a revision of git', async () => {
    const repository = new GitFolder(folder);
    repository.git('init', '-q', '-b', 'main');
    repository.commit('tracked.yaml', before);
    const tracked = file('tracked.yaml', after);
    const found = await check(tracked, '--base', 'git:main');
    expect(found.exitCode).toBe(1);
    expect(found.out).toContain('tracked.yaml in main');

    const missing = await check(tracked, '--base', 'git:elsewhere');
    expect(missing.exitCode).toBe(3);
    expect(missing.out).toContain('elsewhere');

    const option = await check(tracked, '--base', 'git:--output=/dev/null');
    expect(option.exitCode).toBe(2);
  });

  it('takes a file from a revision of git, whatever lies in the folder', async () => {
    const repository = new GitFolder(join(folder, 'committed'));
    repository.write('api/parcels.yaml', before);
    repository.git('init', '-q', '-b', 'main');
    repository.commit('api/parcels.yaml', before);
    repository.git('tag', 'released');
    repository.commit('api/parcels.yaml', after);
    // Nothing of it lies there, not even the folder.
    rmSync(join(repository.path, 'api'), { recursive: true });
    const path = join(repository.path, 'api/parcels.yaml');
    const found = await check(
      ...[`git:main:${path}`, '--base', 'git:released', '--output', 'json'],
    );
    expect(found.exitCode).toBe(1);
    expect(JSON.parse(found.out)).toMatchObject({
      file: path,
      base: `${path} in released`,
    });

    const { exitCode, err } = await check('git:main', '--base', 'git:released');
    expect(exitCode).toBe(2);
    expect(err).toContain('git:main:api.yaml');
  });

  it('takes a folder of migrations, as it lies there and as it is in a revision', async () => {
    const repository = new GitFolder(join(folder, 'store'));
    const first = 'CREATE TABLE parcels (id integer, note text);';
    repository.write('migrations/1_parcels.sql', first);
    repository.write('migrations/README.md', 'How to migrate.');
    repository.git('init', '-q', '-b', 'main');
    repository.commit(
      'migrations/2_crates/up.sql',
      'CREATE TABLE crates (id integer)',
    );
    repository.git('add', '.');
    repository.git('commit', '-qm', 'Keep parcels');
    const migrations = join(repository.path, 'migrations');
    const same = await check(migrations, '--base', 'git:main');
    const whole = await check(repository.path, '--base', 'git:main');
    expect(whole.exitCode).toBe(0);
    expect(same.out).toContain('nothing changed that anybody could notice');
    expect(same.exitCode).toBe(0);

    // After the second one, as numbers count.
    repository.commit(
      'migrations/10_notes.sql',
      'ALTER TABLE parcels DROP COLUMN note; ALTER TABLE crates ADD COLUMN weight integer;',
    );
    const found = await check(
      ...[`git:main:${migrations}`, '--base', 'git:main~1'],
      ...['--output', 'json'],
    );
    expect(found.exitCode).toBe(1);
    expect(JSON.parse(found.out)).toMatchObject({
      format: 'sql',
      file: migrations,
      findings: [
        { rule: 'column-removed', afterRange: null, beforeRange: null },
        { rule: 'column-added', afterRange: null },
      ],
    });

    const dump = file('dump.sql', 'CREATE TABLE crates (id integer);');
    const dumped = await check(
      ...[dump, '--base', `git:main~1:${migrations}`, '--output', 'json'],
    );
    expect(JSON.parse(dumped.out).findings).toMatchObject([
      { rule: 'table-removed', beforeRange: null },
    ]);

    repository.write('empty/notes.md', 'Nothing here.');
    const empty = await check(
      ...[join(repository.path, 'empty'), '--base', 'git:main'],
    );
    expect(empty.exitCode).toBe(3);
    expect(empty.out).toContain('There is no *.sql in the folder');
  });

  it('ends with 3 when a text cannot be compared, and says why', async () => {
    const broken = file('broken.yaml', 'openapi: 3.0.3\npaths: [');
    const { exitCode, out } = await check(broken, '--base', base);
    expect(exitCode).toBe(3);
    expect(out).toContain('could not be compared');
  });

  it.each([
    ['is empty', 'empty.yaml', '', 'the file is empty'],
    [
      'is UTF-16 without a mark',
      'wide.yaml',
      Buffer.from('openapi: 3.0.3', 'utf16le'),
      'it is not UTF-8; save it as UTF-8',
    ],
    [
      'is too large',
      'large.yaml',
      'a'.repeat(17 * 1024 * 1024),
      'more than 16777216 bytes are not compared',
    ],
    ['says nothing', 'words.yaml', 'Parcels.', 'nothing in it says so'],
  ])(
    'ends with 3, without its usage, when a file %s',
    async (_, name, content, why) => {
      const { exitCode, out, err } = await check(
        ...[file(name, content), '--base', base],
      );
      expect(exitCode).toBe(3);
      expect(out).toContain(
        `What it is written in cannot be told (--format names it): ${why}.`,
      );
      expect(err).toBe('');
    },
  );

  it('writes what is no text as a report, too, and says which file it is', async () => {
    const binary = file('binary.yaml', Buffer.from([0xff, 0xfe, 0x00, 0x80]));
    const json = await check(binary, '--base', base, '--output', 'json');
    expect(json.exitCode).toBe(3);
    expect(JSON.parse(json.out)).toMatchObject({
      outcome: 'failed',
      passes: false,
      format: null,
      failure: { which: 'revision', reason: 'parse-error' },
    });

    const sarif = await check(revision, '--base', binary, '--output', 'sarif');
    expect(sarif.exitCode).toBe(3);
    const [invocation] = JSON.parse(sarif.out).runs[0].invocations;
    expect(invocation.executionSuccessful).toBe(false);
    expect(invocation.toolExecutionNotifications[0].message.text).toContain(
      `in ${binary}: The text is not UTF-8`,
    );
  });

  it('ends with 3 when comparing takes longer than it may', async () => {
    const { exitCode, out } = await check(
      ...[revision, '--base', base, '--timeout', '0.005'],
    );
    expect(out).toContain('Comparing takes longer than 0.005 s; see --timeout');
    expect(exitCode).toBe(3);
  });

  it.each([
    ['file', 'revision', () => ['no.yaml', '--base', base]],
    ['base', 'base', () => [revision, '--base', 'no.yaml']],
    [
      'file of levels',
      null,
      () => [revision, '--base', base, '--levels', 'no.yaml'],
    ],
  ])(
    'ends with 3 when a %s is not there, and says so in every output',
    async (_, which, args) => {
      const sentence = "There is no file 'no.yaml'.";
      const text = await check(...args());
      expect(text).toMatchObject({ exitCode: 3, err: '' });
      expect(text.out).toContain(sentence);

      const json = await check(...args(), '--output', 'json');
      expect(json.exitCode).toBe(3);
      expect(JSON.parse(json.out)).toMatchObject({
        outcome: 'failed',
        verdict: 'unknown',
        passes: false,
        findings: [],
        failure: { which, reason: 'unreadable', message: sentence },
      });
      expect(json.err).toContain(sentence);

      const sarif = await check(...args(), '--output', 'sarif');
      expect(sarif.exitCode).toBe(3);
      expect(sarifProblems(sarif.out)).toEqual([]);
      const [run] = JSON.parse(sarif.out).runs;
      expect(run.results).toEqual([]);
      const [invocation] = run.invocations;
      expect(invocation.executionSuccessful).toBe(false);
      expect(invocation.toolExecutionNotifications).toEqual([
        {
          level: 'error',
          message: { text: expect.stringContaining(sentence) },
        },
      ]);

      const github = await check(...args(), '--output', 'github');
      expect(github).toMatchObject({ exitCode: 3, err: '' });
      expect(github.out).toMatch(/^::error file=.*There is no file 'no\.yaml'/);

      const markdown = await check(...args(), '--output', 'markdown');
      expect(markdown.exitCode).toBe(3);
      expect(markdown.out).toContain('❌ **ChangeGuard:**');
    },
  );

  it('ends with 3 for a part that could not be compared only when it is asked to', async () => {
    const proto = `syntax = "proto3";
package parcels;
import "company/money.proto";
message Parcel { string id = 1; company.Money price = 2; }`;
    const older = file('older.proto', proto);
    const newer = file(
      'newer.proto',
      `${proto}\nmessage Crate { string id = 1; }`,
    );
    const lenient = await check(newer, '--base', older);
    expect(lenient.exitCode).toBe(0);
    expect(lenient.out).toContain('Not compared: ');
    expect((await check(newer, '--base', older, '--strict')).exitCode).toBe(3);
  });

  it('says where a message stood that is gone', async () => {
    const crates = 'syntax = "proto3";\nmessage Crate { string id = 1; }\n';
    const older = file(
      'crates-before.proto',
      `${crates}message Lid { string id = 1; }\n`,
    );
    const newer = file('crates.proto', crates);
    const { out } = await check(newer, '--base', older);
    expect(out).toMatch(
      /message-no-delete · .* · was at line 3 of .*crates-before\.proto/,
    );
  });

  it('takes levels, and names the rules that are close to one that does not exist', async () => {
    const levels = file(
      'levels.yaml',
      'response-property-type-changed: non-breaking',
    );
    expect(
      (await check(revision, '--base', base, '--levels', levels)).exitCode,
    ).toBe(0);
    const wrong = file('wrong.yaml', 'response-property-type-change: muted');
    const { exitCode, err } = await check(
      ...[revision, '--base', base, '--levels', wrong],
    );
    expect(exitCode).toBe(2);
    expect(err).toContain("Did you mean 'response-property-type-changed'");

    const bent = file('bent.yaml', 'response: [');
    expect(
      await check(revision, '--base', base, '--levels', bent),
    ).toMatchObject({ exitCode: 2, out: '' });
  });

  it.each([
    [[], 'Name one file.'],
    [['a.yaml', 'b.yaml'], 'Name one file.'],
    [['a.yaml'], 'Name what to compare with'],
    [['a.yaml', '--base', 'b', '--output', 'paper'], '--output is one of'],
    [
      ['a.yaml', '--entity', 'parcels', '--url', 'http://127.0.0.1:9'],
      "--entity 'parcels' is no reference of an entity",
    ],
    [['a.yaml', '--base', ''], 'The name of a file is empty.'],
    [['a.yaml', '--frobnicate'], 'frobnicate'],
  ])('ends with 2 for %j', async (args, message) => {
    const { exitCode, err } = await check(...args);
    expect(exitCode).toBe(2);
    expect(err).toContain(message);
    expect(err).toMatch(/\nSee "changeguard check --help"\.$/);
    expect(err.split('\n').length).toBeLessThan(4);
  });

  it('writes JSON that holds everything', async () => {
    const { out } = await check(revision, '--base', base, '--output', 'json');
    expect(JSON.parse(out)).toMatchObject({
      outcome: 'compared',
      verdict: 'breaking',
      passes: false,
      format: 'openapi',
      findingCount: 1,
      findings: [
        {
          rule: 'response-property-type-changed',
          severity: 'breaking',
          side: 'response',
          accepted: null,
          afterRange: { startLine: expect.any(Number) },
        },
      ],
    });
  });

  it('writes SARIF with a place and a stable fingerprint for each finding', async () => {
    const { out } = await check(revision, '--base', base, '--output', 'sarif');
    const { version, runs } = JSON.parse(out);
    expect(version).toBe('2.1.0');
    const [run] = runs;
    expect(run.tool.driver.rules).toEqual([
      expect.objectContaining({ id: 'response-property-type-changed' }),
    ]);
    expect(run.invocations[0].executionSuccessful).toBe(true);
    expect(run.results).toEqual([
      expect.objectContaining({
        ruleId: 'response-property-type-changed',
        level: 'error',
        partialFingerprints: {
          'changeguard/v1': expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        locations: [
          {
            physicalLocation: {
              artifactLocation: {
                uri: expect.stringContaining('parcels.yaml'),
              },
              region: {
                startLine: expect.any(Number),
                endLine: expect.any(Number),
              },
            },
          },
        ],
      }),
    ]);
  });

  it('lets no definition write commands into the annotations of GitHub', async () => {
    const sly = '"wei\\n::error file=x::ght, a:b%"';
    const older = file(
      'sly-before.yaml',
      parcels(`                  ${sly}: { type: number }\n`),
    );
    const newer = file('sly.yaml', parcels(''));
    const { out } = await check(newer, '--base', older, '--output', 'github');
    const commands = out.split('\n').filter(line => line.startsWith('::'));
    expect(commands).toHaveLength(1);
    expect(commands[0]).toMatch(/^::(error|warning) file=[^,]*sly\.yaml,/);
    expect(commands[0]).toContain('%0A::error');
  });

  it('lets no definition write markup into a comment', async () => {
    const older = file(
      'markup-before.yaml',
      parcels(
        '                  "<img src=x> [a](b) @robin &commat;robin": { type: number }\n',
      ),
    );
    const newer = file('markup.yaml', parcels(''));
    const { out } = await check(newer, '--base', older, '--output', 'markdown');
    expect(out).toContain('<!-- changeguard -->');
    expect(out).not.toMatch(/[^\\]<img/);
    expect(out).not.toMatch(/[^\\]\[a/);
    expect(out).not.toMatch(/@robin|&commat;/);
  });
});
