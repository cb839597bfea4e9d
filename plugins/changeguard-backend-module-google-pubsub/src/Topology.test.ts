import {
  PubSubSimulator,
  WireSubscription,
} from '@changeguard/pubsub-simulator';
import { simulatedTransport } from './__testUtils__/simulatedTransport';
import { GooglePubSubTransport } from './GooglePubSubTransport';

const subscriptions = ['changeguard-audience', 'changeguard-audit'];

describe('the topic and its subscriptions', () => {
  let simulator: PubSubSimulator;
  const transports: GooglePubSubTransport[] = [];
  const connect: typeof simulatedTransport = (...args) => {
    const transport = simulatedTransport(...args);
    transports.push(transport);
    return transport;
  };

  beforeEach(async () => {
    simulator = new PubSubSimulator();
    await simulator.listen();
  });

  afterEach(async () => {
    await Promise.all(transports.splice(0).map(each => each.close()));
    await simulator.close();
  });

  it('are made with ordering, a retry policy, a week for messages and no expiry', async () => {
    await connect(simulator).start({ subscriptions });
    expect(simulator.subscriptionNames()).toEqual(
      expect.arrayContaining(
        subscriptions.map(name => `projects/test/subscriptions/${name}`),
      ),
    );
    expect(simulator.subscription('changeguard-audit').settings).toMatchObject({
      enableMessageOrdering: true,
      ackDeadlineSeconds: 30,
      retryPolicy: {
        minimumBackoff: { seconds: 1 },
        maximumBackoff: { seconds: 60 },
      },
      expirationPolicy: { ttl: null },
      messageRetentionDuration: { seconds: 604_800 },
    });
  });

  it('are made once by many replicas that start together', async () => {
    const replicas = Array.from({ length: 5 }, () => connect(simulator));
    await Promise.all(replicas.map(each => each.start({ subscriptions })));
    expect(simulator.subscriptionNames()).toHaveLength(2);
  });

  it('are only looked at when the portal may not make them', async () => {
    const verifying = connect(simulator, { topology: 'verify' });
    await expect(verifying.start({ subscriptions })).rejects.toThrow(
      'The Pub/Sub topic projects/test/topics/changeguard-events is missing: create it, or set changeguard.googlePubSub.topology to create',
    );
    await connect(simulator).start({ subscriptions: [subscriptions[0]] });
    await expect(verifying.start({ subscriptions })).rejects.toThrow(
      'The Pub/Sub subscription projects/test/subscriptions/changeguard-audit is missing',
    );
    await expect(verifying.publish([])).rejects.toThrow('not started');

    await connect(simulator).start({ subscriptions });
    await verifying.start({ subscriptions });
    expect(await verifying.health()).toEqual({ state: 'fine' });
  });

  it('are refused when a subscription has no ordering', async () => {
    await connect(simulator).start({ subscriptions });
    simulator.subscription('changeguard-audit').settings.enableMessageOrdering =
      false;
    await expect(connect(simulator).start({ subscriptions })).rejects.toThrow(
      'without message ordering',
    );
  });

  /** As somebody else might have made it. */
  const madeOtherwise = async () => {
    await connect(simulator).start({ subscriptions });
    const { settings } = simulator.subscription('changeguard-audit');
    settings.retryPolicy = null;
    settings.ackDeadlineSeconds = 10;
    settings.expirationPolicy = { ttl: { seconds: 86_400, nanos: 0 } };
    settings.messageRetentionDuration = { seconds: 31 * 86_400, nanos: 0 };
    return settings;
  };

  it('are given our settings when a subscription has others', async () => {
    const settings = await madeOtherwise();
    const transport = connect(simulator);
    await transport.start({ subscriptions });
    expect(settings).toMatchObject({
      enableMessageOrdering: true,
      ackDeadlineSeconds: 30,
      retryPolicy: {
        minimumBackoff: { seconds: 1 },
        maximumBackoff: { seconds: 60 },
      },
      expirationPolicy: { ttl: null },
      messageRetentionDuration: { seconds: 604_800 },
    });
    expect(await transport.health()).toEqual({ state: 'fine' });
  });

  it('tell which setting could not be changed, and work', async () => {
    const settings = await madeOtherwise();
    simulator.unchangeable.push('expiration_policy');
    const transport = connect(simulator);
    await transport.start({ subscriptions });
    expect(settings.ackDeadlineSeconds).toBe(30);
    expect(await transport.health()).toEqual({
      state: 'degraded',
      message:
        'projects/test/subscriptions/changeguard-audit is deleted by Pub/Sub when nobody uses it for long: run gcloud pubsub subscriptions update projects/test/subscriptions/changeguard-audit --expiration-period=never',
    });
  });

  it('are left as they are when the portal may not change them, which it tells until somebody does', async () => {
    const settings = await madeOtherwise();
    const transport = connect(simulator, { topology: 'verify' });
    await transport.start({ subscriptions });
    expect(settings).toMatchObject({
      ackDeadlineSeconds: 10,
      retryPolicy: null,
    });
    expect(await transport.health()).toEqual({
      state: 'degraded',
      message: expect.stringMatching(
        /has no retry policy, .*, waits 10 seconds .*, is deleted .*, keeps messages for 31 days .*: run gcloud .* --min-retry-delay=1s --max-retry-delay=60s --ack-deadline=30 --expiration-period=never --message-retention-duration=7d$/,
      ),
    });

    await connect(simulator).start({ subscriptions });
    expect(await transport.health()).toEqual({ state: 'fine' });
  });

  it.each<[string, Partial<WireSubscription>, string]>([
    ['filters', { filter: 'attributes.type = "x"' }, 'keeps back what'],
    ['is detached', { detached: true }, 'is detached from its topic'],
    [
      'pushes',
      { pushConfig: { pushEndpoint: 'https://example.com/hook' } },
      'pushes its messages to https://example.com/hook',
    ],
  ])('are refused when a subscription %s', async (_, settings, why) => {
    await connect(simulator).start({ subscriptions });
    Object.assign(
      simulator.subscription('changeguard-audit').settings,
      settings,
    );
    await expect(connect(simulator).start({ subscriptions })).rejects.toThrow(
      why,
    );
    await expect(
      connect(simulator, { topology: 'verify' }).start({ subscriptions }),
    ).rejects.toThrow(/delete it, and make it again$/);
  });

  it('are refused when a subscription belongs to another topic', async () => {
    await connect(simulator, { topic: 'other' }).start({ subscriptions });
    await expect(connect(simulator).start({ subscriptions })).rejects.toThrow(
      'belongs to projects/test/topics/other',
    );
  });

  it('say in a sentence that nobody answers', async () => {
    const transport = connect(simulator);
    await simulator.close();
    await expect(transport.start({ subscriptions })).rejects.toThrow(
      'Google Pub/Sub does not answer',
    );
  }, 20_000);
});
