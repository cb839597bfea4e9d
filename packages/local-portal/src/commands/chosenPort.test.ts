import assert from 'node:assert/strict';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { after, describe, it } from 'node:test';
import { freePort } from '../processes/ports.ts';
import { chosenPort, refuseTakenPort } from './chosenPort.ts';

describe('the portal’s port', () => {
  const servers: Server[] = [];
  after(() => servers.forEach(server => server.close()));

  async function takenPort(host: string): Promise<number> {
    const server = createServer();
    servers.push(server);
    await new Promise<void>(resolve => server.listen(0, host, resolve));
    return (server.address() as AddressInfo).port;
  }

  it('is 7007 unless one says otherwise', () => {
    assert.equal(chosenPort(undefined, 7007), 7007);
    assert.equal(chosenPort('8123', 7007), 8123);
  });

  it('must be a port', () => {
    assert.throws(() => chosenPort('web', 7007), /"web" is not a port/);
    assert.throws(() => chosenPort('70000', 7007), /from 1 to 65535/);
  });

  it('is refused in one sentence that names it and another when it is taken', async () => {
    for (const host of ['127.0.0.1', '0.0.0.0']) {
      const port = await takenPort(host);
      await assert.rejects(
        refuseTakenPort(port, 'npm start -- --port'),
        (error: Error) => {
          assert.match(error.message, new RegExp(`^Port ${port} is taken`));
          assert.match(error.message, /"npm start -- --port \d+"\.$/);
          assert.equal(error.message.includes('\n'), false);
          return true;
        },
      );
    }
  });

  it('is accepted when it is free', async () => {
    await refuseTakenPort(await freePort(), 'npm start -- --port');
  });
});
