import { once } from 'events';
import { readdirSync, readFileSync } from 'fs';
import { Agent, IncomingMessage, request as httpRequest, Server } from 'http';
import { AddressInfo, Socket } from 'net';
import { getPriority, platform } from 'os';
import { Readable } from 'stream';
import { pipeline } from 'stream/promises';
import { brotliCompressSync, deflateSync, gzipSync } from 'zlib';
import express from 'express';
import request from 'supertest';
import { longestStretch } from '../../__testUtils__/longestStretch';
import { waitUntil } from '../../__testUtils__/waitUntil';
import { InvalidRequestError } from '../../service/InvalidRequestError';
import { SentDefinitions } from '../../service/revisions/SentDefinition';
import { JsonThread } from './JsonThread';
import { bodyReader } from './readBody';

jest.setTimeout(60_000);

const megabyte = 1024 * 1024;
/** Of a body with definitions, as it is configured here. */
const limit = 49 * megabyte;

function* piecesOf(body: Buffer) {
  for (let from = 0; from < body.byteLength; from += 64 * 1024) {
    yield body.subarray(from, from + 64 * 1024);
  }
}

/** Sends a body as it comes over a network. The one who sends is in this thread, too, and is not what is measured. */
async function postInPieces(server: Server, body: Buffer): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const sent = httpRequest({
    ...{ host: '127.0.0.1', port, method: 'POST' },
    headers: {
      'content-type': 'application/json',
      'content-length': body.byteLength,
    },
  });
  const answered = once(sent, 'response');
  await pipeline(Readable.from(piecesOf(body)), sent);
  const [response] = (await answered) as [IncomingMessage];
  response.resume();
  return response.statusCode ?? 0;
}

/** How many threads of this process step back behind it; elsewhere than on Linux, none can. */
function threadsThatStepBack(): number {
  if (platform() !== 'linux') return 0;
  const priorities = readdirSync('/proc/self/task').map(thread => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
    // Its name may hold anything; its niceness is the 17th word after that.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
  });
  return priorities.filter(one => one > getPriority()).length;
}

describe('bodyReader', () => {
  const thread = new JsonThread();
  const read = bodyReader(
    { bodyBytes: megabyte, detection: { definitionBytes: 16 * megabyte } },
    thread,
  );
  let shown: unknown;
  let sent: SentDefinitions;
  /** The body with its definitions as texts. */
  let got: unknown;
  const app = express();
  app.post('/', (req, res) => {
    read(req, res, 'user:default/alice', ['base', 'revision']).then(
      ({ value, definitions }) => {
        shown = value;
        sent = definitions;
        const texts = Object.entries(definitions).map(([field, { text }]) => [
          field,
          Buffer.from(text).toString(),
        ]);
        got = { ...(value as object), ...Object.fromEntries(texts) };
        res.status(204).end();
      },
      (error: Error) => {
        const fields = error instanceof InvalidRequestError && error.fields;
        const codes = fields && fields.map(({ code }) => code);
        res.status(400).json({ name: error.name, ...(codes && { codes }) });
      },
    );
  });
  const post = (body: string) =>
    request(app).post('/').set('content-type', 'application/json').send(body);

  const postEncoded = (encoding: string, body: Buffer) =>
    request(app)
      .post('/')
      .set('content-type', 'application/json')
      .set('content-encoding', encoding)
      .serialize(written => written)
      .send(body);

  beforeEach(() => {
    got = undefined;
  });
  afterAll(() => thread.stop());

  it.each([
    ['short', 10],
    ['long', 2 * megabyte],
  ])('reads %s texts', async (_, length) => {
    const body = { revision: 'ä'.repeat(length), levels: { a: 'muted' } };
    await post(JSON.stringify(body)).expect(204);
    expect(got).toEqual(body);
  });

  it.each([
    ['short', '{"revision": '],
    ['long', `{"revision": "${'a'.repeat(megabyte)}`],
  ])('refuses what is not JSON, though it is %s', async (_, body) => {
    expect((await post(body)).body).toEqual({
      name: 'InputError',
      codes: ['invalid_json'],
    });
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('reads what is sent as %s', async (encoding, encode) => {
    const body = { revision: 'ä'.repeat(megabyte), format: 'sql' };
    const answer = await postEncoded(encoding, encode(JSON.stringify(body)));
    expect(answer.status).toBe(204);
    expect(got).toEqual(body);
  });

  it('says what it cannot read', async () => {
    const cases = [
      await postEncoded('zstd', Buffer.from('{}')),
      await postEncoded('gzip', Buffer.from('{}')),
      await postEncoded('gzip', gzipSync('{"revision": "a"}').subarray(0, -9)),
    ];
    expect(cases.map(({ status, body }) => [status, body.name])).toEqual(
      Array(3).fill([400, 'InputError']),
    );
  });

  it.each([
    ['said before', Buffer.from(`"${'a'.repeat(limit)}"`), 'identity'],
    ['found out', gzipSync(`"${'a'.repeat(limit)}"`), 'gzip'],
  ])('refuses what is too long, %s', async (_, body, encoding) => {
    const { status, body: error } = await postEncoded(encoding, body);
    expect([status, error.name]).toEqual([400, 'PayloadTooLargeError']);
  });

  it.each([
    ['', (all: Buffer) => all],
    [' as gzip', (all: Buffer) => gzipSync(all, { level: 0 })],
  ])(
    'reads to its end what turns out to be too long%s, so that the connection can go on',
    async (encoding, encode) => {
      const server = app.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      const send = (body: Iterable<Buffer>, headers: object) => {
        const outgoing = httpRequest({
          ...{ host: '127.0.0.1', method: 'POST', agent },
          port: (server.address() as AddressInfo).port,
          headers: { 'content-type': 'application/json', ...headers },
        });
        const answered = once(outgoing, 'response');
        return Promise.all([
          answered.then(([response]: IncomingMessage[]) => {
            response.resume();
            return response.statusCode;
          }),
          pipeline(Readable.from(body), outgoing),
        ]);
      };
      const [refused] = await send(
        piecesOf(encode(Buffer.alloc(2 * limit, 'a'))),
        encoding ? { 'content-encoding': 'gzip' } : {},
      );
      const [taken] = await send([Buffer.from('{"revision": "a"}')], {});
      expect([refused, taken]).toEqual([400, 204]);
      agent.destroy();
      server.close();
    },
    10_000,
  );

  it('takes no more memory than there is for those who send slowly, lets none of them take all of it, and always takes something short', async () => {
    const small = express();
    const readSmall = bodyReader(
      { bodyBytes: megabyte, detection: { definitionBytes: megabyte } },
      thread,
    );
    small.post('/', (req, res) => {
      readSmall(req, res, req.get('x-sender') ?? '', ['revision']).then(
        () => res.status(204).end(),
        (error: Error) => res.status(400).json({ name: error.name }),
      );
    });
    const server = small.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const outcomeOf = async (sender: string, length: number) => {
      const { body } = await request(server)
        .post('/')
        .set('x-sender', sender)
        .send({ revision: 'a'.repeat(length) });
      return body.name ?? 'taken';
    };
    const sockets: Socket[] = [];
    server.on('connection', socket => sockets.push(socket));
    // Each body up to what is taken of one, but for its end.
    const sendSlowly = async (sender: string) => {
      const before = sockets.length;
      const slow = Array.from({ length: 4 }, () => {
        const outgoing = httpRequest({
          ...{ host: '127.0.0.1', method: 'POST' },
          port: (server.address() as AddressInfo).port,
          headers: { 'content-type': 'application/json', 'x-sender': sender },
        });
        outgoing.on('error', () => {});
        outgoing.write('a'.repeat(4 * megabyte));
        return outgoing;
      });
      await waitUntil(
        `what ${sender} sends is read`,
        () =>
          sockets
            .slice(before)
            .filter(({ bytesRead }) => bytesRead > 4 * megabyte).length ===
          slow.length,
      );
      return slow;
    };
    const slow = await sendSlowly('alice');
    expect(await outcomeOf('alice', 2 * megabyte)).toBe(
      'ServiceUnavailableError',
    );
    expect(await outcomeOf('bob', 2 * megabyte)).toBe('taken');
    slow.push(...(await sendSlowly('bob')));
    expect(await outcomeOf('carol', 2 * megabyte)).toBe(
      'ServiceUnavailableError',
    );
    expect(await outcomeOf('carol', 1_000)).toBe('taken');
    for (const one of slow) one.destroy();
    await waitUntil(
      'it is given back',
      async () =>
        (await outcomeOf('alice', 2 * megabyte)) === 'taken' &&
        (await outcomeOf('bob', 2 * megabyte)) === 'taken',
    );
    server.close();
  });

  it('knows of each definition what must be known before it is compared', async () => {
    await post(
      JSON.stringify({ base: 'openapi: 3.1.0', revision: 'a\ud83d' }),
    ).expect(204);
    expect(sent).toMatchObject({
      base: { isStorable: true, looksLike: 'openapi' },
      revision: { isStorable: false },
    });
    await post('{"base": "", "revision": 1}').expect(204);
    expect(Object.keys(sent)).toEqual(['base']);
    expect(shown).toEqual({ base: '', revision: 1 });
  });

  it('refuses a long text that is no definition', async () => {
    const long = 'a'.repeat(megabyte - 'note'.length);
    await post(JSON.stringify({ note: long })).expect(204);
    for (const longer of [{ note: `${long}a` }, { [`${long}aaaa`]: 'a' }]) {
      const { body } = await post(JSON.stringify(longer));
      expect(body).toEqual({ name: 'InputError', codes: ['too_long'] });
    }
  });

  it('refuses many values, which would have to be taken over one by one', async () => {
    const long = `[${'0,'.repeat(megabyte)}0]`;
    const deep = `${'['.repeat(megabyte)}${']'.repeat(megabyte)}`;
    // Parsed, they take more memory than the thread has, which would end this process.
    const large = `[${'{},'.repeat(14 * megabyte)}0]`;
    for (const body of [long, deep, large]) {
      expect((await post(body)).body).toEqual({
        name: 'InputError',
        codes: ['too_long'],
      });
    }
  });

  it('parses long texts in a thread that lets others go first', async () => {
    const another = new JsonThread();
    const before = threadsThatStepBack();
    const body = JSON.stringify({ revision: 'a'.repeat(megabyte) });
    await another.parse({
      blocks: [new TextEncoder().encode(body)],
      definitions: ['revision'],
    });
    const more = platform() === 'linux' ? 1 : 0;
    expect(threadsThatStepBack()).toBe(before + more);
    await another.stop();
  });

  it('does not hold the event loop over two definitions of 16 MB', async () => {
    const text = 'a: "b"\n'.repeat((16 * megabyte) / 7);
    const body = Buffer.from(JSON.stringify({ base: text, revision: text }));
    await post(JSON.stringify({ revision: 'a'.repeat(megabyte) })).expect(204);
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    // The best of three, because a collection of garbage may fall into any.
    const stretches: number[] = [];
    for (let turn = 0; turn < 3; turn++) {
      const stretch = longestStretch();
      expect(await postInPieces(server, body)).toBe(204);
      stretches.push(stretch());
    }
    server.close();
    expect(Math.min(...stretches)).toBeLessThan(50);
    expect(got).toEqual({ base: text, revision: text });
  });
});
