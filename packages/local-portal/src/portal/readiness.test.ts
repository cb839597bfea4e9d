import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { freePort, LOOPBACK } from '../processes/ports.ts';
import { INSTANCE_HEADER, isReady } from './readiness.ts';

describe('isReady', () => {
  for (const [who, status, headers, expected] of [
    ['the backend that we started', 200, { [INSTANCE_HEADER]: 'ours' }, true],
    ['ours while it starts', 503, { [INSTANCE_HEADER]: 'ours' }, false],
    ['one that somebody else started', 200, { [INSTANCE_HEADER]: 'b' }, false],
    ['a portal that says nothing of it', 200, {}, false],
  ] as const) {
    it(`is ${expected} of ${who}`, async () => {
      const server = createServer((_, response) =>
        response.writeHead(status, headers).end('{"status":"ok"}'),
      );
      server.listen(0, LOOPBACK);
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      try {
        const address = `http://${LOOPBACK}:${port}`;
        assert.equal(await isReady(address, 'ours'), expected);
      } finally {
        server.closeAllConnections();
        server.close();
      }
    });
  }

  for (const [who, greeting] of [
    ['a program that speaks another protocol', '220 mail.example.net\r\n'],
    ['one that says nothing', ''],
  ]) {
    it(`is false of ${who}`, async () => {
      const server = createTcpServer(socket => {
        socket.on('error', () => {}).write(greeting);
      });
      server.listen(0, LOOPBACK);
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const address = `http://${LOOPBACK}:${port}`;
      assert.equal(await isReady(address, 'ours', 200), false);
      server.close();
    });
  }

  it('is false where nobody answers', async () => {
    assert.equal(
      await isReady(`http://${LOOPBACK}:${await freePort()}`, 'ours'),
      false,
    );
  });
});
