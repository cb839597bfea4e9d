import { ChannelMessage } from '@changeguard/backstage-plugin-changeguard-node';
import { BackstageNotificationsChannel } from './BackstageNotificationsChannel';

const message: ChannelMessage = {
  eventId: 'an-event',
  changeId: 'a-change',
  entityRef: 'api:default/orders',
  type: 'announced',
  topic: 'breaking-change',
  severity: 'breaking',
  title: 'A title',
  body: 'A body',
  link: '/changeguard/changes/a-change',
  at: '2026-01-01T00:00:00.000Z',
  change: {
    title: 'A title',
    description: '',
    severity: 'breaking',
    status: 'announced',
    effectiveAt: null,
    sunsetAt: null,
    migrationGuide: null,
    replacement: null,
    findings: [],
  },
  comment: null,
};
const deliveries = ['user:default/a', 'user:default/b'].map(recipient => ({
  id: recipient,
  recipient,
  reason: 'you own it',
  attempt: 1,
}));

describe('BackstageNotificationsChannel', () => {
  const send = jest.fn();
  const channel = new BackstageNotificationsChannel({
    notifications: { send },
  });

  beforeEach(() => {
    send.mockReset();
  });

  it('names the users one by one, with a scope of their own event', async () => {
    expect(await channel.send(message, deliveries)).toEqual([
      { outcome: 'delivered' },
      { outcome: 'delivered' },
    ]);
    expect(send).toHaveBeenCalledWith({
      recipients: {
        type: 'entity',
        entityRef: ['user:default/a', 'user:default/b'],
      },
      payload: {
        title: 'A title',
        description: 'A body',
        link: '/changeguard/changes/a-change',
        severity: 'high',
        topic: 'breaking-change',
        scope: 'changeguard:an-event',
      },
    });
  });

  it.each([
    ['breaking', 'breaking-change', 'high'],
    ['dangerous', 'breaking-change', 'normal'],
    ['non-breaking', 'breaking-change', 'low'],
    ['breaking', 'discussion', 'normal'],
  ] as const)(
    'shows a %s change in %s as %s',
    async (severity, topic, shown) => {
      await channel.send({ ...message, severity, topic }, deliveries);
      expect(send.mock.calls[0][0].payload.severity).toBe(shown);
    },
  );

  it('cuts a title to what the host can store', async () => {
    await channel.send({ ...message, title: 'x'.repeat(400) }, deliveries);
    expect(send.mock.calls[0][0].payload.title).toHaveLength(255);
  });

  it('writes nothing into a description that the host’s mails could take for HTML', async () => {
    const body = 'Use <script>alert(1)</script> & "quotes"';
    await channel.send({ ...message, body }, deliveries);
    expect(send.mock.calls[0][0].payload.description).toBe(
      'Use ‹script›alert(1)‹/script› & "quotes"',
    );
  });

  it('says that the last call failed, until one works', async () => {
    send.mockRejectedValueOnce(new Error('Status 500'));
    await expect(channel.send(message, deliveries)).rejects.toThrow();
    expect(await channel.health()).toEqual({
      state: 'degraded',
      message: 'The last call to the portal’s notifications failed: Status 500',
    });
    await channel.send(message, deliveries);
    expect(await channel.health()).toEqual({ state: 'fine' });
  });

  it('lets the worker know of a failure', async () => {
    send.mockRejectedValue(new Error('Request failed with status 500'));
    await expect(channel.send(message, deliveries)).rejects.toThrow(
      'Request failed with status 500',
    );
  });
});
