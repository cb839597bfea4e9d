import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ChangeGuardChannelsExtensionPoint,
  changeGuardChannelsExtensionPoint,
  NotificationChannel,
} from '@changeguard/backstage-plugin-changeguard-node';
import {
  sampleDelivery,
  sampleMessage,
  sampleUser,
} from './__testUtils__/sample';
import { TestMailServer } from './__testUtils__/TestMailServer';
import changeGuardEmail from './index';

// Longer than any line a mail may have.
const token = 'x'.repeat(1_200);
const link = `https://portal.example.com/api/changeguard/unsubscribe?token=${token}`;

describe('changeGuardEmailModule', () => {
  let server: TestMailServer;

  beforeEach(async () => {
    server = await TestMailServer.start();
  });

  afterEach(async () => {
    await server.stop();
  });

  async function start(email: JsonObject | undefined) {
    const added: NotificationChannel[] = [];
    const channels: ChangeGuardChannelsExtensionPoint = {
      addChannel: channel => added.push(channel),
      unsubscribeLinks: { forRecipient: async () => link },
    };
    const backend = await startTestBackend({
      extensionPoints: [[changeGuardChannelsExtensionPoint, channels]],
      features: [
        changeGuardEmail,
        catalogServiceMock.factory({
          entities: [sampleUser('bob', { email: 'bob@example.com' })],
        }),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'https://portal.example.com' },
            ...(email && { changeguard: { email } }),
          },
        }),
      ],
    });
    return { added, backend };
  }

  const configured = () => ({
    from: 'ChangeGuard <guard@example.com>',
    smtp: { host: '127.0.0.1', port: server.port },
  });

  it('adds a channel that mails, as soon as SMTP is configured', async () => {
    const { added, backend } = await start(configured());
    const [channel] = added;
    expect(channel).toMatchObject({
      id: 'email',
      subscriber: 'email',
      preference: 'email',
      batchSize: 1,
    });
    const { signal } = new AbortController();
    expect(
      await channel.send(sampleMessage(), [sampleDelivery()], { signal }),
    ).toEqual([{ outcome: 'delivered' }]);
    const [{ parsed, raw }] = server.taken;
    expect(parsed.to?.[0].address).toBe('bob@example.com');
    expect(raw.replace(/\r\n[ \t]/g, '')).toContain(
      `List-Unsubscribe: <${link}>`,
    );
    await backend.stop();
  });

  it.each([
    ['switched off', () => ({ ...configured(), enabled: false })],
    ['not configured', () => undefined],
  ])('adds nothing when it is %s', async (_how, email) => {
    const { added, backend } = await start(email());
    expect(added).toHaveLength(0);
    await backend.stop();
  });

  it('stops the start with a sentence that names a bad key', async () => {
    await expect(start({ ...configured(), from: 'nobody' })).rejects.toThrow(
      /changeguard\.email\.from must be an address like/,
    );
  });
});
