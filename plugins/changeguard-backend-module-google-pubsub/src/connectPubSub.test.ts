import { on, once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { connectPubSub } from './connectPubSub';

describe('connectPubSub', () => {
  it('tries to connect as often after the tenth failure as after the first', async () => {
    const refusing = createServer(socket => socket.destroy());
    refusing.listen(0, '127.0.0.1');
    await once(refusing, 'listening');
    const { port } = refusing.address() as AddressInfo;
    const pubsub = connectPubSub(
      {
        projectId: 'test',
        emulatorHost: `127.0.0.1:${port}`,
        topic: 'changeguard-events',
        topology: 'create',
        maxMessages: 100,
      },
      10,
    );
    const attempts = on(refusing, 'connection');
    const outcome = pubsub.topic('changeguard-events').exists();
    const [failure] = await Promise.allSettled([
      outcome,
      (async () => {
        for (let attempt = 1; attempt <= 10; attempt++) await attempts.next();
        await pubsub.close();
        refusing.close();
      })(),
    ]);
    expect(failure).toMatchObject({ status: 'rejected' });
  });
});
