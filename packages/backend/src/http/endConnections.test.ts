import { once } from 'events';
import { createServer, ServerResponse } from 'http';
import { AddressInfo } from 'net';
import { endConnections } from './endConnections';

describe('a server that is closing', () => {
  /** Answers each request when the test says so, after its headers as the event bus does. */
  async function startServer() {
    const server = createServer((_, response) => {
      // Else its connection would stay for another request.
      response.setHeader('Connection', 'close');
      response.statusCode = 202;
      response.flushHeaders();
      server.emit('asked', response);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const asked = once(server, 'asked');
    const answer = await fetch(`http://127.0.0.1:${port}`);
    const [response] = (await asked) as [ServerResponse];
    return { server, answer, response };
  }

  it('does not wait longer than it is given for an answer that does not come', async () => {
    const { server, answer } = await startServer();
    const closed = once(server, 'close');
    const body = answer.text();
    endConnections(server, 50);
    server.close();
    await expect(body).rejects.toThrow('terminated');
    await closed;
  });

  it('lets an answer that comes in time go out', async () => {
    const { server, answer, response } = await startServer();
    const closed = once(server, 'close');
    endConnections(server, 60_000);
    server.close();
    response.end('Done');
    expect(await answer.text()).toBe('Done');
    await closed;
  });
});
