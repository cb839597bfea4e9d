import { describeEventTransport } from '@changeguard/backstage-plugin-changeguard-node/testUtils';
import { randomUUID } from 'node:crypto';
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
