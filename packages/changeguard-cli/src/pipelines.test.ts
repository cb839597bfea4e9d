import { execFile } from 'child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { delimiter, join, resolve } from 'path';
import { parse } from 'yaml';
import { GitFolder } from './__testUtils__/GitFolder';
import { answering, PortalServer } from './__testUtils__/PortalServer';
import { sarifProblems } from './__testUtils__/sarifProblems';

const pipeline = (name: string) =>
  parse(
    readFileSync(resolve(__dirname, '../../../docs/pipelines', name), 'utf8'),
  );
const command = resolve(__dirname, '../bin/changeguard');

const finding = {
  rule: 'api-removed-without-deprecation',
  severity: 'breaking',
  side: 'request',
  pointer: '/paths/~1parcels/get',
  operation: 'GET /parcels',
  before: 'GET /parcels',
  after: null,
  beforeRange: { startLine: 4, endLine: 9 },
  afterRange: null,
  message: 'GET /parcels was removed.',
  purpose: 'Whoever calls it gets 404.',
  fingerprint: 'a'.repeat(64),
  engine: 'openapi',
  engineVersion: '1',
  accepted: null,
};
const breaks = answering(200, {
  outcome: 'compared',
  verdict: 'breaking',
  passes: false,
  format: 'openapi',
  base: null,
  findings: [finding],
  findingCount: 1,
  reasons: [],
  failure: null,
  hints: [],
});
const stored = answering(200, {
  outcome: 'first',
  verdict: 'unchanged',
  change: null,
  failure: null,
  hints: [],
});
const away = answering(500, {
  error: { name: 'Error', message: 'Out of order' },
  response: { statusCode: 500 },
});

// Each step starts the command anew.
jest.setTimeout(120_000);

describe('the ready-made jobs', () => {
  const portal = new PortalServer();
  let folder: GitFolder;
  let tools: GitFolder;

  const tool = (name: string, script: string) =>
    chmodSync(tools.write(name, `#!/bin/sh\n${script}\n`), 0o755);

  beforeAll(() => portal.start());
  afterAll(() => portal.stop());

  beforeEach(() => {
    const path = mkdtempSync(join(tmpdir(), 'changeguard-jobs-'));
    folder = new GitFolder(path);
    folder.write('openapi.yaml', 'openapi: 3.0.3\npaths: {}\n');
    tools = new GitFolder(join(path, 'tools'));
    tool('changeguard', `exec "${process.execPath}" "${command}" "$@"`);
  });
  afterEach(() => rmSync(folder.path, { recursive: true }));

  const read = (name: string) => readFileSync(join(folder.path, name), 'utf8');

  /** Runs a script as the runners do; their own variables are in the environment. */
  const run = (script: string, variables: Record<string, string>) =>
    new Promise<{ exitCode: number; told: string }>(done => {
      const env = {
        ...process.env,
        ...variables,
        PATH: [tools.path, process.env.PATH].join(delimiter),
        NO_PROXY: '127.0.0.1',
        CHANGEGUARD_URL: portal.url,
        CHANGEGUARD_TOKEN: 'pipeline-secret',
      };
      const child = execFile(
        'bash',
        ['-eo', 'pipefail', '-c', script],
        { cwd: folder.path, env },
        (_, stdout, stderr) =>
          done({ exitCode: child.exitCode!, told: stdout + stderr }),
      );
    });

  describe('of GitHub', () => {
    const { env, jobs } = pipeline('github-workflow.yaml');
    const step = (job: string, named: string): string =>
      jobs[job].steps.find(({ name }: { name?: string }) => name === named).run;
    const { ENTITY, DEFINITION } = env;
    const variables = { ENTITY, DEFINITION, GITHUB_REPOSITORY: 'acme/parcels' };

    it('marks the lines of a break, and stops', async () => {
      portal.willAnswer(breaks);
      const { exitCode, told } = await run(step('check', 'Check'), variables);
      expect(exitCode).toBe(1);
      expect(told).toContain('::error file=openapi.yaml,line=1,');
      expect(portal.requests[0].headers.authorization).toBe(
        'Bearer pipeline-secret',
      );
    });

    it('comments once, and replaces that comment and no other', async () => {
      portal.willAnswer(breaks);
      const comment = step('check', 'Comment');
      const own = { ...variables, NUMBER: '7' };
      // Stands for GitHub: tells which comments are ours, and keeps what it is asked.
      const asked = `echo "$@" >> asked; case "$*" in *--paginate*) cat ours 2>/dev/null;; esac; true`;
      tool('gh', asked);
      expect((await run(comment, own)).exitCode).toBe(0);
      expect(read('asked')).toContain('pr comment 7 --body-file comment.md');
      expect(read('comment.md')).toContain('GET /parcels was removed.');

      folder.write('ours', '22\n24\n');
      folder.write('asked', '');
      expect((await run(comment, own)).exitCode).toBe(0);
      expect(read('asked')).toContain(
        '--method PATCH repos/acme/parcels/issues/comments/22 --field body=@comment.md',
      );
      expect(read('asked')).not.toContain('pr comment');
    });

    it('publishes what was merged', async () => {
      portal.willAnswer(stored);
      const { exitCode } = await run(step('publish', 'Publish'), {
        ...variables,
        GITHUB_SHA: '4f2a9c1',
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_RUN_ID: '12',
      });
      expect(exitCode).toBe(0);
      expect(portal.requests[0].body).toMatchObject({
        entityRef: ENTITY,
        commit: '4f2a9c1',
        url: 'https://github.com/acme/parcels/actions/runs/12',
      });
    });
  });

  describe('of GitLab', () => {
    const jobs = pipeline('gitlab-ci.yaml');
    const { variables } = jobs['.changeguard'];
    const script = (job: string): string => jobs[job].script.join('\n');

    it.each([
      ['a break', breaks, 1, 'GET /parcels was removed.', true],
      ['a portal that is away', away, 3, 'answers 500: Out of order', false],
    ])(
      'stops for %s, with valid SARIF and a sentence in the log',
      async (_, answer, code, sentence, isDone) => {
        portal.willAnswer(answer);
        const { exitCode, told } = await run(
          script('changeguard check'),
          variables,
        );
        expect(exitCode).toBe(code);
        expect(told).toContain(sentence);
        const sarif = read('changeguard.sarif');
        expect(sarifProblems(sarif)).toEqual([]);
        const [{ invocations }] = JSON.parse(sarif).runs;
        expect(invocations[0].executionSuccessful).toBe(isDone);
      },
    );

    it('publishes what was merged', async () => {
      portal.willAnswer(stored);
      const { exitCode } = await run(script('changeguard publish'), {
        ...variables,
        CI_COMMIT_SHA: '4f2a9c1',
        CI_PIPELINE_URL: 'https://gitlab.example.com/pipelines/12',
      });
      expect(exitCode).toBe(0);
      expect(portal.requests[0].body).toMatchObject({
        commit: '4f2a9c1',
        url: 'https://gitlab.example.com/pipelines/12',
      });
    });
  });
});
