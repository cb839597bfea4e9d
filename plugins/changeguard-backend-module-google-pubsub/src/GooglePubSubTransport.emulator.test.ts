import { mockServices } from '@backstage/backend-test-utils';
import { describeEventTransport } from '@changeguard/backstage-plugin-changeguard-node/testUtils';
import { CreateSubscriptionOptions, PubSub } from '@google-cloud/pubsub';
import { randomUUID } from 'node:crypto';
import { Received } from './__testUtils__/Received';
import { deleteCall } from './callOptions';
import { GooglePubSubConfig } from './config';
import { connectPubSub } from './connectPubSub';
import { GooglePubSubTransport } from './GooglePubSubTransport';

const emulatorHost = process.env.CHANGEGUARD_TEST_PUBSUB_EMULATOR_HOST;

// Which services the tests ran on is told, never left out.
process.stdout.write(
  emulatorHost
    ? `Pub/Sub transport: runs on the official emulator at ${emulatorHost}\n`
    : 'Pub/Sub transport: official emulator NOT found, CHANGEGUARD_TEST_PUBSUB_EMULATOR_HOST is not set\n',
);

if (emulatorHost) {
  describe(`topology: verify on the official emulator at ${emulatorHost}`, () => {
    const subscriptions = ['changeguard-audience', 'changeguard-audit'];
    const projectId = `test-${randomUUID()}`;
    const connect = (topology: 'create' | 'verify') =>
      new GooglePubSubTransport({
        projectId,
        emulatorHost,
        topic: 'changeguard-events',
        topology,
        maxMessages: 100,
      });

    it('makes nothing, and publishes nothing until everything is there', async () => {
      const verifying = connect('verify');
      const creating = connect('create');
      try {
        await expect(verifying.start({ subscriptions })).rejects.toThrow(
          'changeguard-events is missing',
        );
        await creating.start({ subscriptions: [subscriptions[0]] });
        await expect(verifying.start({ subscriptions })).rejects.toThrow(
          'changeguard-audit is missing',
        );
        await expect(verifying.publish([])).rejects.toThrow('not started');
        await creating.start({ subscriptions });
        await verifying.start({ subscriptions });
        expect(await verifying.health()).toEqual({ state: 'fine' });
      } finally {
        await Promise.all([verifying.close(), creating.close()]);
      }
    });
  });

  describe(`subscriptions that somebody else made on the official emulator at ${emulatorHost}`, () => {
    const name = 'changeguard-audit';
    const logger = mockServices.logger.mock();
    let config: GooglePubSubConfig;
    let admin: PubSub;
    const open: GooglePubSubTransport[] = [];
    const connect = (topology: 'create' | 'verify') => {
      const transport = new GooglePubSubTransport(
        { ...config, topology },
        { logger },
      );
      open.push(transport);
      return transport;
    };
    const make = async (settings: CreateSubscriptionOptions) => {
      const [topic] = await admin.createTopic(config.topic);
      await topic.createSubscription(name, settings);
    };
    const settingsNow = async () =>
      (await admin.subscription(name).getMetadata())[0];

    beforeEach(() => {
      jest.clearAllMocks();
      config = {
        projectId: `test-${randomUUID()}`,
        emulatorHost,
        topic: 'changeguard-events',
        topology: 'create',
        maxMessages: 100,
      };
      admin = connectPubSub(config);
    });

    afterEach(async () => {
      await Promise.all(open.splice(0).map(each => each.close()));
      await admin.close();
    });

    it('are given our retry policy and deadline', async () => {
      await make({ enableMessageOrdering: true, expirationPolicy: {} });
      expect(await settingsNow()).toMatchObject({
        retryPolicy: null,
        ackDeadlineSeconds: 10,
      });
      const transport = connect('create');
      await transport.start({ subscriptions: [name] });
      expect(await settingsNow()).toMatchObject({
        ackDeadlineSeconds: 30,
        retryPolicy: {
          minimumBackoff: { seconds: '1' },
          maximumBackoff: { seconds: '60' },
        },
      });
      expect(await transport.health()).toEqual({ state: 'fine' });
      expect(logger.warn).not.toHaveBeenCalled();
    });

    it('keep messages for a week when we make them, which is all that this emulator keeps', async () => {
      await connect('create').start({ subscriptions: [name] });
      expect(await settingsNow()).toMatchObject({
        messageRetentionDuration: { seconds: '604800' },
      });
    });

    it('are told of where they cannot be changed, as on this emulator how long they live', async () => {
      await make({ enableMessageOrdering: true });
      const transport = connect('create');
      await transport.start({ subscriptions: [name] });
      expect(await settingsNow()).toMatchObject({ ackDeadlineSeconds: 30 });
      expect(await transport.health()).toEqual({
        state: 'degraded',
        message: expect.stringMatching(/ --expiration-period=never$/),
      });
    });

    it('are only told of with topology: verify', async () => {
      await make({ enableMessageOrdering: true, expirationPolicy: {} });
      const transport = connect('verify');
      await transport.start({ subscriptions: [name] });
      expect(await settingsNow()).toMatchObject({ retryPolicy: null });
      const told = expect.stringContaining('has no retry policy');
      expect(logger.warn).toHaveBeenCalledWith(told);
      expect(await transport.health()).toEqual({
        state: 'degraded',
        message: told,
      });
    });

    it.each(['create', 'verify'] as const)(
      'are refused without message ordering, with topology: %s',
      async topology => {
        await make({});
        await expect(
          connect(topology).start({ subscriptions: [name] }),
        ).rejects.toThrow(
          'exists without message ordering, which cannot be switched on: delete it',
        );
      },
    );

    it('are made again by two replicas at once, of which one deletes what the other made, and lose nothing', async () => {
      const replicas = [connect('create'), connect('create')];
      for (const each of replicas) await each.start({ subscriptions: [name] });
      const topic = admin.topic(config.topic);
      await topic.delete();
      const nextMessage = () => {
        const id = randomUUID();
        return { id, orderingKey: id, data: '{}', attributes: { eventId: id } };
      };
      const publish = () => {
        const messages = replicas.map(nextMessage);
        const outcomes = Promise.all(
          replicas.map((each, index) => each.publish([messages[index]])),
        );
        return { messages, outcomes };
      };
      // Now both know.
      expect(await publish().outcomes).toMatchObject([
        [{ outcome: 'failed' }],
        [{ outcome: 'failed' }],
      ]);

      const subscriptionOf = PubSub.prototype.subscription;
      let bothLooked = () => {};
      const looked = new Promise<void>(resolve => {
        bothLooked = resolve;
      });
      let deletions = 0;
      const isMadeAgain = async () => {
        const [all] = await admin.getSubscriptions();
        return all.some(({ metadata }) => metadata?.topic === topic.name);
      };
      const spy = jest
        .spyOn(PubSub.prototype, 'subscription')
        .mockImplementation(function subscription(this: PubSub, ...args) {
          const real = subscriptionOf.call(this, ...args);
          return Object.assign(subscriptionOf.call(this, ...args), {
            delete: async () => {
              if (++deletions === 1) await looked;
              else {
                bothLooked();
                while (!(await isMadeAgain()));
              }
              return real.delete(deleteCall);
            },
          });
        });
      const { messages, outcomes } = publish();
      expect(await outcomes.finally(() => spy.mockRestore())).toEqual([
        [{ outcome: 'published' }],
        [{ outcome: 'published' }],
      ]);
      expect(deletions).toBe(2);
      const log = new Received();
      await replicas[0].subscribe(name, log.handler);
      await log.gets(messages.map(({ id }) => id));
    }, 20_000);

    it('are refused when they belong to another topic', async () => {
      const [other] = await admin.createTopic('other-events');
      await other.createSubscription(name, { enableMessageOrdering: true });
      await expect(
        connect('create').start({ subscriptions: [name] }),
      ).rejects.toThrow('/topics/other-events instead of ');
    });
  });

  describeEventTransport(
    `GooglePubSubTransport on the official emulator at ${emulatorHost}`,
    {
      create: async () => {
        const projectId = `test-${randomUUID()}`;
        return {
          connect: () =>
            new GooglePubSubTransport(
              {
                projectId,
                emulatorHost,
                topic: 'changeguard-events',
                topology: 'create',
                maxMessages: 100,
              },
              { handlerDeadlineMs: 1_000, drainMs: 2_000 },
            ),
        };
      },
    },
  );
} else {
  describe('GooglePubSubTransport', () => {
    it('was NOT run on the official Pub/Sub emulator: CHANGEGUARD_TEST_PUBSUB_EMULATOR_HOST is not set', () => {
      expect(emulatorHost).toBeUndefined();
    });
  });
}
