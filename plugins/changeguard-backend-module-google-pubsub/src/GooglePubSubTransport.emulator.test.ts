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
