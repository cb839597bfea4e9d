import { AddressInfo } from 'net';
import { Readable } from 'stream';
import { text } from 'stream/consumers';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import changeGuardEmail from '@changeguard/backstage-plugin-changeguard-backend-module-email';
import {
  changeGuardChannelsExtensionPoint,
  NotificationChannel,
} from '@changeguard/backstage-plugin-changeguard-node';
import { SMTPServer } from 'smtp-server';
import { entitiesOf } from '../__testUtils__/entitiesOf';
import { sampleCatalog } from '../__testUtils__/InMemoryCatalog';
import {
  createTestDatabase,
  PipelineBench,
} from '../__testUtils__/PipelineBench';
import { TcpProxy } from '../__testUtils__/TcpProxy';
import { waitUntil } from '../__testUtils__/waitUntil';

jest.setTimeout(60_000);

describe('a mail whose connection is reset between its final dot and the reply', () => {
  const mails: string[] = [];
  /** Ends the waiting for a reply; there is one per mail whose reply was held back. */
  const held: (() => void)[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: async (stream: Readable, _session, done) => {
      mails.push(await text(stream));
      if (mails.length === 1) held.push(done);
      else done();
    },
  });
  let proxy: TcpProxy;
  let stop: () => Promise<void>;
  let bench: PipelineBench;

  beforeAll(async () => {
    // Its client leaves in the middle.
    server.on('error', () => {});
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.server.address() as AddressInfo;
    proxy = new TcpProxy({ host: '127.0.0.1', port });
    const catalog = sampleCatalog();
    catalog.get('user:default/bob').profile = { email: 'bob@example.com' };
    const channels: NotificationChannel[] = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          changeGuardChannelsExtensionPoint,
          {
            addChannel: channel => channels.push(channel),
            unsubscribeLinks: {
              forRecipient: async () =>
                'https://portal.example.com/unsubscribe',
            },
          },
        ],
      ],
      features: [
        changeGuardEmail,
        catalogServiceMock.factory({ entities: entitiesOf(catalog) }),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'https://portal.example.com' },
            changeguard: {
              email: {
                from: 'ChangeGuard <guard@example.com>',
                smtp: { host: '127.0.0.1', port: await proxy.open() },
              },
            },
          },
        }),
      ],
    });
    const knex = await createTestDatabase();
    bench = new PipelineBench(knex, { catalog, channels });
    await bench.pipeline.start();
    stop = async () => {
      await bench.pipeline.stop();
      await backend.stop();
    };
  });

  afterAll(async () => {
    await stop?.();
    await proxy?.close();
    await new Promise<void>(resolve => {
      server.close(resolve);
    });
  });

  it('leaves again, with the Message-ID of the first one', async () => {
    await bench.record();
    await waitUntil('the server has the mail', () => held.length === 1);
    proxy.reset();
    held[0]();
    await bench.settled();
    const ids = mails.map(mail => /^Message-ID:\s*(\S+)/im.exec(mail)?.[1]);
    expect(ids).toEqual([expect.any(String), ids[0]]);
    const [delivery, ...others] = await bench
      .knex('deliveries')
      .where({ channel: 'email', state: 'delivered' });
    expect(others).toEqual([]);
    expect(delivery).toMatchObject({
      recipient: 'user:default/bob',
      attempts: 2,
    });
    expect(ids[0]).toContain(delivery.id);
  });
});
