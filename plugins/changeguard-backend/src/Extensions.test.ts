import { EventTransport } from '@changeguard/backstage-plugin-changeguard-node';
import { Extensions } from './Extensions';

const transport = (kind: string) => () => ({ kind } as EventTransport);

describe('Extensions', () => {
  it('takes each id once, and none of ours', () => {
    const { subscribersPoint, channelsPoint } = new Extensions();
    const subscriber = { id: 'search', handle: async () => {} };
    subscribersPoint.addSubscriber(subscriber);
    expect(() => subscribersPoint.addSubscriber(subscriber)).toThrow(
      "'search' is taken",
    );
    expect(() =>
      subscribersPoint.addSubscriber({ ...subscriber, id: 'audit' }),
    ).toThrow('taken');
    expect(() =>
      subscribersPoint.addSubscriber({ ...subscriber, id: 'My Search' }),
    ).toThrow('lower case');
    expect(() =>
      channelsPoint.addChannel({
        id: 'backstage',
        subscriber: 'pager',
        preference: 'inApp',
        send: async () => [],
      }),
    ).toThrow('taken');
  });

  it('makes the transport that the configuration names, and only that', () => {
    const extensions = new Extensions();
    extensions.transportPoint.addTransport(
      'google-pubsub',
      transport('google-pubsub'),
    );
    extensions.transportPoint.addTransport('kafka', () => {
      throw new Error('not asked for');
    });
    const make = (kind: string) =>
      extensions.transport(kind, transport('postgres')).kind;
    expect(make('postgres')).toBe('postgres');
    expect(make('google-pubsub')).toBe('google-pubsub');
    expect(() => make('rabbit')).toThrow(
      "'changeguard.transport' is 'rabbit', which no installed module offers; there is postgres, google-pubsub, kafka.",
    );
  });

  it('hands out links that work once the plugin has started', async () => {
    const extensions = new Extensions();
    const { unsubscribeLinks } = extensions.channelsPoint;
    await expect(
      unsubscribeLinks.forRecipient('user:default/bob'),
    ).rejects.toThrow('has started');
    extensions.linkWith({
      forRecipient: async recipient => `link for ${recipient}`,
    });
    expect(await unsubscribeLinks.forRecipient('bob')).toBe('link for bob');
  });
});
