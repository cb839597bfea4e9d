import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { createServer } from 'http';
import { AddressInfo, connect } from 'net';
import { once } from 'events';
import { tmpdir } from 'os';
import { join } from 'path';
import { answering, PortalServer } from '../__testUtils__/PortalServer';
import { runCommand } from '../__testUtils__/runCommand';
import { sarifProblems } from '../__testUtils__/sarifProblems';

const text =
  'openapi: 3.0.3\ninfo: { title: Parcels, version: "2" }\npaths: {}';
const link = '/changeguard/changes/0199e0c4-6a52-7c3e-9d61-2f4b8a7c1e05';
const checked = {
  outcome: 'compared',
  verdict: 'breaking',
  passes: true,
  format: 'openapi',
  base: {
    revisionId: '0199e0c4-6a52-7c3e-9d61-2f4b8a7c1e06',
    version: '1.4.0',
    at: '2026-03-02T08:00:00.000Z',
  },
  findingCount: 1,
  findings: [
    {
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
      accepted: {
        by: 'change',
        id: '0199e0c4-6a52-7c3e-9d61-2f4b8a7c1e05',
        link,
      },
    },
  ],
  reasons: [],
  failure: null,
};
const published = {
  outcome: 'compared',
  verdict: 'breaking',
  change: { id: checked.findings[0].accepted.id, status: 'draft', link },
  failure: null,
  hints: [],
};
const refusal = (message: string, more: object = {}) => ({
  error: { name: 'Refusal', message, ...more },
  response: { statusCode: 0 },
});

describe('a portal', () => {
  const portal = new PortalServer();
  const environment = process.env;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    await portal.start();
    folder = mkdtempSync(join(tmpdir(), 'changeguard-portal-'));
    file = join(folder, 'parcels.yaml');
    writeFileSync(file, text);
  });

  beforeEach(() => {
    const { CHANGEGUARD_TOKEN: _, ...others } = environment;
    process.env = { ...others, NO_PROXY: '127.0.0.1' };
  });

  afterAll(async () => {
    process.env = environment;
    rmSync(folder, { recursive: true });
    await portal.stop();
  });

  const check = (...args: string[]) =>
    runCommand([
      ...['check', file, '--entity', 'api:default/parcels'],
      ...['--url', portal.url, ...args],
    ]);
  const publish = (...args: string[]) =>
    runCommand([
      ...['publish', file, '--entity', 'api:default/parcels'],
      ...['--url', portal.url, ...args],
    ]);

  it('is asked with the token of the environment, and what was announced passes with a link', async () => {
    process.env.CHANGEGUARD_TOKEN = 'pipeline-secret';
    portal.willAnswer(answering(200, checked));
    const { exitCode, out } = await check(
      ...['--app-url', 'https://portal.example.com/'],
    );
    expect(out).toContain(
      `${file}, compared with api:default/parcels, version 1.4.0 of 2026-03-02: every breaking change is announced or accepted.`,
    );
    expect(out).toContain(`announced: https://portal.example.com${link}`);
    expect(exitCode).toBe(0);
    expect(portal.requests).toEqual([
      {
        method: 'POST',
        path: '/api/changeguard/checks',
        headers: expect.objectContaining({
          authorization: 'Bearer pipeline-secret',
        }),
        body: { entityRef: 'api:default/parcels', revision: text },
      },
    ]);
  });

  it('ends with 1 for what breaks and nobody announced', async () => {
    const [finding] = checked.findings;
    const findings = [{ ...finding, accepted: null }];
    portal.willAnswer(answering(200, { ...checked, findings, passes: false }));
    const { exitCode, out } = await check();
    expect(out).toContain('1 breaking change that nobody has announced');
    expect(out).toMatch(
      /\n {2}Announce it in the portal, or have an owner accept it\.$/,
    );
    expect(exitCode).toBe(1);
    expect(portal.requests[0].headers).not.toHaveProperty('authorization');

    portal.willAnswer(answering(200, { ...checked, findings, passes: false }));
    const named = await check('--app-url', 'https://portal.example.com/');
    expect(named.out).toMatch(
      /accept it: https:\/\/portal\.example\.com\/changeguard\/changes\/new\?entityRef=api%3Adefault%2Fparcels$/,
    );
  });

  it('is no place to announce what it could not compare', async () => {
    const failure = {
      ...{ which: 'revision', reason: 'parse-error', line: 1 },
      message: 'The text is no YAML.',
    };
    portal.willAnswer(
      answering(200, {
        ...checked,
        ...{ outcome: 'failed', verdict: 'unknown', passes: false },
        ...{ findings: [], findingCount: 0, failure },
      }),
    );
    const { exitCode, out } = await check(
      ...['--app-url', 'https://portal.example.com', '--output', 'json'],
    );
    expect(exitCode).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ outcome: 'failed', failure });
    expect(JSON.parse(out)).not.toHaveProperty('announceLink');
  });

  it('has its pages where it is when the variable that names them is empty', async () => {
    process.env.CHANGEGUARD_APP_URL = '';
    portal.willAnswer(answering(200, checked));
    const { exitCode, out } = await check();
    expect(exitCode).toBe(0);
    expect(out).toContain(`announced: ${portal.url}${link}`);
  });

  it('is not asked to publish for what is no reference of an entity', async () => {
    const { exitCode, err } = await runCommand([
      ...['publish', file, '--entity', 'parcels', '--url', portal.url],
    ]);
    expect(exitCode).toBe(2);
    expect(err).toContain('is no reference of an entity');
  });

  it('is quoted once when it says the same of all and of one field', async () => {
    const words = "'version' is too long";
    portal.willAnswer(
      answering(
        400,
        refusal(words, { fields: [{ pointer: '/version', message: words }] }),
      ),
    );
    const { err } = await publish();
    expect(err.split(words)).toHaveLength(2);
  });

  it('is told once what is published, however often it has to be said', async () => {
    portal.willAnswer(
      answering(503, 'Starting', { 'Retry-After': '0' }),
      answering(200, published),
    );
    const { exitCode, out } = await publish(
      ...['--commit', '4f2a9c1', '--definition-version', '2.0.0'],
    );
    expect(out).toContain('A new revision of api:default/parcels is stored');
    expect(out).toContain(`The draft change: ${portal.url}${link}`);
    expect(exitCode).toBe(0);
    const [first, second] = portal.requests;
    expect(portal.requests).toHaveLength(2);
    expect(second.body).toEqual({
      entityRef: 'api:default/parcels',
      definition: text,
      version: '2.0.0',
      commit: '4f2a9c1',
    });
    expect(first.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
    expect(second.headers['idempotency-key']).toBe(
      first.headers['idempotency-key'],
    );
  });

  it('ends with 3 when what was published could not be compared', async () => {
    const failure = {
      ...{ which: 'revision', reason: 'parse-error', line: 1 },
      message: 'The text is no YAML.',
    };
    portal.willAnswer(
      answering(200, { ...published, ...{ outcome: 'failed', failure } }),
    );
    expect((await publish()).exitCode).toBe(3);
  });

  it.each([
    [401, refusal('Missing credentials'), 'set CHANGEGUARD_TOKEN'],
    [403, refusal('Not allowed'), 'Not allowed. Of a service the token'],
    [413, refusal('Too large'), 'changeguard.detection.definitionBytes'],
    [500, refusal('Out of order'), 'answers 500: Out of order'],
    [
      400,
      refusal('Not valid', {
        fields: [{ pointer: '/entityRef', message: 'is no entity' }],
      }),
      '/entityRef: is no entity',
    ],
    [200, '<!doctype html><title>Portal</title>', 'answers no JSON'],
    [200, { status: 'ok' }, 'answers no JSON of ChangeGuard'],
    [200, null, 'answers no JSON of ChangeGuard'],
  ])('is explained when it answers %s with %j', async (status, body, words) => {
    portal.willAnswer(answering(status, body));
    const { exitCode, out, err } = await check();
    expect(out).toContain(`could not be compared: ${portal.url}`);
    expect(out).toContain(words);
    expect(out).not.toContain('Unexpected token');
    expect(err).toBe('');
    expect(exitCode).toBe(3);
    expect((await publish()).err).toContain(words);
  });

  it('is waited for as long as --timeout says', async () => {
    portal.willAnswer(() => {});
    const { exitCode, out } = await check('--timeout', '0.2');
    expect(out).toContain('did not answer in time; see --timeout');
    expect(exitCode).toBe(3);
    expect(portal.requests).toHaveLength(1);

    const wrong = await check('--timeout', 'soon');
    expect(wrong.exitCode).toBe(2);
  });

  it('is told of in what pipelines keep, when it does not answer', async () => {
    portal.willAnswer(() => {});
    const silent = ['--timeout', '0.2', '--output'];
    const json = await check(...silent, 'json');
    expect(json.exitCode).toBe(3);
    expect(JSON.parse(json.out)).toEqual({
      file,
      entityRef: 'api:default/parcels',
      base: null,
      format: null,
      outcome: 'failed',
      verdict: 'unknown',
      passes: false,
      findings: [],
      findingCount: 0,
      reasons: [],
      failure: {
        which: null,
        reason: 'no-answer',
        message: `${portal.url} did not answer in time; see --timeout.`,
        line: null,
      },
      hints: [],
    });
    expect(json.err).toContain('did not answer in time');

    const sarif = await check(...silent, 'sarif');
    expect(sarif.exitCode).toBe(3);
    expect(sarifProblems(sarif.out)).toEqual([]);
    expect(JSON.parse(sarif.out).runs[0].invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: { text: expect.stringContaining('did not answer') },
          },
        ],
      },
    ]);
    expect(sarif.err).toContain('did not answer in time');
  });

  it('is reached through the proxy of the environment', async () => {
    portal.willAnswer(answering(200, checked));
    const asked: (string | undefined)[] = [];
    const proxy = createServer().on('connect', (request, client) => {
      asked.push(request.url);
      const there = connect(portal.port, '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        there.pipe(client);
        client.pipe(there);
      });
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const { port } = proxy.address() as AddressInfo;
    process.env.HTTP_PROXY = `http://127.0.0.1:${port}`;
    process.env.http_proxy = process.env.HTTP_PROXY;
    try {
      const { exitCode } = await check('--url', 'http://portal.invalid');
      expect(exitCode).toBe(0);
      expect(asked).toEqual(['portal.invalid:80']);
      expect(portal.requests).toHaveLength(1);
    } finally {
      proxy.closeAllConnections();
      proxy.close();
    }
  });
});
