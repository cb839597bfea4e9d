import { once } from 'events';
import { AddressInfo, connect, createServer, Server, Socket } from 'net';
import { Readable } from 'stream';
import { buffer } from 'stream/consumers';
import { TcpProxy } from './TcpProxy';
import { waitUntil } from './waitUntil';

jest.setTimeout(30_000);

describe('TcpProxy', () => {
  let server: Server;
  let proxy: TcpProxy;
  let port: number;
  let client: Socket;
  /** The server's end of the connection. */
  let served: Socket;

  beforeEach(async () => {
    server = createServer({ allowHalfOpen: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    proxy = new TcpProxy({
      host: '127.0.0.1',
      port: (server.address() as AddressInfo).port,
    });
    port = await proxy.open();
    [client, served] = await join();
  });

  afterEach(async () => {
    client.destroy();
    await proxy.close();
    served.destroy();
    await new Promise(resolve => server.close(resolve));
  });

  async function join(): Promise<[Socket, Socket]> {
    const accepted = once(server, 'connection');
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const [other] = await accepted;
    return [socket, other];
  }

  /** The next that comes, once it is that long. */
  async function received(socket: Socket, length: number): Promise<string> {
    let text = '';
    for await (const part of socket.iterator({ destroyOnReturn: false })) {
      text += part;
      if (text.length >= length) break;
    }
    return text;
  }

  it('passes on what is said, both ways, and that nothing more comes', async () => {
    client.end('question');
    expect(String(await buffer(served))).toBe('question');
    served.end('answer');
    expect(String(await buffer(client))).toBe('answer');
  });

  it('is late by its latency, in each direction', async () => {
    proxy.latencyMs = 60;
    const started = performance.now();
    client.write('ping');
    await received(served, 4);
    const there = performance.now();
    served.write('pong');
    await received(client, 4);
    // Timers of Node may be a millisecond early.
    expect(there - started).toBeGreaterThanOrEqual(59);
    expect(performance.now() - there).toBeGreaterThanOrEqual(59);
  });

  it('is late once for what comes together, and keeps its order when it becomes quicker', async () => {
    client.setNoDelay();
    proxy.latencyMs = 300;
    const started = performance.now();
    for (let n = 0; n < 20; n++) {
      client.write(`${n},`);
      // Each write is a chunk of its own.
      await new Promise(setImmediate);
    }
    proxy.latencyMs = 0;
    client.write('last');
    const expected = `${Array.from({ length: 20 }, (_, n) => n)},last`;
    expect(await received(served, expected.length)).toBe(expected);
    expect(performance.now() - started).toBeLessThan(20 * 300);
  });

  it('holds back who sends more than the other takes, and loses nothing of it', async () => {
    proxy.freeze();
    const chunk = Buffer.alloc(64 * 1024, 'much');
    const chunks = 1_024;
    let taken = 0;
    function* much() {
      for (; taken < chunks; taken++) yield chunk;
    }
    Readable.from(much(), { highWaterMark: 1 }).pipe(client);
    await waitUntil(
      'no more is taken',
      unchanged(() => taken),
    );
    expect(taken).toBeLessThan(chunks / 2);
    proxy.thaw();
    expect((await buffer(served)).length).toBe(chunks * chunk.length);
  });

  it('resets connections, drops what is under way, and takes new ones', async () => {
    proxy.latencyMs = 50;
    const failures = Promise.all([
      once(client, 'error'),
      once(served, 'error'),
    ]);
    client.write('never arrives');
    let arrived = '';
    served.on('data', data => {
      arrived += data;
    });
    await waitUntil('it was sent', () => client.bytesWritten > 0);
    proxy.reset();
    expect((await failures).flat()).toMatchObject([
      { code: 'ECONNRESET' },
      { code: 'ECONNRESET' },
    ]);
    expect(arrived).toBe('');

    proxy.latencyMs = 0;
    [client, served] = await join();
    client.end('again');
    expect(String(await buffer(served))).toBe('again');
  });

  it('ends one side when the other is gone', async () => {
    const heard = buffer(served);
    client.destroy();
    expect(String(await heard)).toBe('');
  });

  it('takes nobody while it is closed, and the same port when it opens again', async () => {
    const cut = once(client, 'close');
    client.resume();
    client.on('end', () => client.end());
    await proxy.close();
    await cut;
    const refused = connect(port, '127.0.0.1');
    expect(await once(refused, 'error')).toMatchObject([
      { code: 'ECONNREFUSED' },
    ]);
    expect(await proxy.open()).toBe(port);
  });
});

/** Whether a number has stood still for the last ten times that this was asked. */
function unchanged(number: () => number): () => boolean {
  let [before, times] = [number(), 0];
  return () => {
    const now = number();
    times = now === before ? times + 1 : 0;
    before = now;
    return times >= 10;
  };
}
