import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { freePort, isFree, LOOPBACK } from './ports.ts';

describe('freePort', () => {
  it('gives the preferred port while that is free, another one when it is taken', async () => {
    const server = createServer();
    await new Promise<void>(resolve => server.listen(0, LOOPBACK, resolve));
    const { port } = server.address() as AddressInfo;
    assert.notEqual(await freePort(port), port);
    await new Promise(resolve => server.close(resolve));
    assert.equal(await isFree(port), true);
    assert.equal(await freePort(port), port);
  });
});
