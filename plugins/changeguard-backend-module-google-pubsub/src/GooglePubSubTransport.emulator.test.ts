import { describeEventTransport } from '@changeguard/backstage-plugin-changeguard-node/testUtils';
import { randomUUID } from 'node:crypto';
import { GooglePubSubTransport } from './GooglePubSubTransport';

const emulatorHost = process.env.CHANGEGUARD_TEST_PUBSUB_EMULATOR_HOST;

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
