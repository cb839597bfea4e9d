import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  connect,
  createServer,
  type Http2Server,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { openEmulatorDoor, type EmulatorDoor } from './emulatorDoor.ts';

describe('the door in front of the emulator', () => {
  let emulator: Http2Server;
  let door: EmulatorDoor;
  let arrived: Promise<ServerHttp2Stream>;
  before(async () => {
    emulator = createServer();
    emulator.listen(0, '127.0.0.1');
    await once(emulator, 'listening');
    const { port } = emulator.address() as AddressInfo;
    door = await openEmulatorDoor(`127.0.0.1:${port}`);
  });
  after(async () => {
    await door.close();
    emulator.close();
  });
  function expectStream() {
    arrived = once(emulator, 'stream').then(([stream]) => stream);
  }

  it('passes a call on, with its answer and its status', async () => {
    expectStream();
    const client = connect(`http://${door.emulatorHost}`);
    const call = client.request({ ':path': '/a.B/C', ':method': 'POST' });
    call.end('question');
    const stream = await arrived;
    const question = await once(stream, 'data');
    assert.equal(String(question[0]), 'question');
    stream.respond({ ':status': 200 }, { waitForTrailers: true });
    stream.on('wantTrailers', () =>
      stream.sendTrailers({ 'grpc-status': '0' }),
    );
    stream.end('answer');
    const status = once(call, 'trailers');
    const [answer] = await once(call, 'data');
    assert.equal(String(answer), 'answer');
    assert.equal((await status)[0]['grpc-status'], '0');
    client.close();
  });

  it('ends the stream of a client that was killed in good order', async () => {
    expectStream();
    const client = connect(`http://${door.emulatorHost}`);
    const call = client.request({ ':path': '/a.B/C', ':method': 'POST' });
    call.on('error', () => {});
    call.write('streaming');
    const stream = await arrived;
    let broken = false;
    stream.on('aborted', () => {
      broken = true;
    });
    await once(stream, 'data');
    const ended = once(stream, 'end');
    client.socket.destroy();
    await ended;
    assert.equal(broken, false);
    stream.respond({ ':status': 200 }, { endStream: true });
  });
});
