import {
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { ChangeGuardEvent } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardAudienceExtensionPoint,
  changeGuardChannelsExtensionPoint,
  ChangeGuardService,
  changeGuardServiceRef,
  changeGuardSubscribersExtensionPoint,
} from '@changeguard/backstage-plugin-changeguard-node';
import { Knex } from 'knex';
import { ApiBench } from './__testUtils__/ApiBench';
import { createTestDatabase } from './__testUtils__/PipelineBench';
import { waitUntil } from './__testUtils__/waitUntil';

jest.setTimeout(60_000);

describe('what other plugins can build on', () => {
  const seen: ChangeGuardEvent[] = [];
  const paged: string[] = [];
  let changeGuard: ChangeGuardService;
  let knex: Knex;
  let api: ApiBench;

  const module = createBackendModule({
    pluginId: 'changeguard',
    moduleId: 'example',
    register(reg) {
      reg.registerInit({
        deps: {
          subscribers: changeGuardSubscribersExtensionPoint,
          channels: changeGuardChannelsExtensionPoint,
          audience: changeGuardAudienceExtensionPoint,
        },
        async init({ subscribers, channels, audience }) {
          subscribers.addSubscriber({
            id: 'example',
            types: ['schema-change.announced'],
            handle: async event => {
              seen.push(event);
            },
          });
          channels.addChannel({
            id: 'pager',
            subscriber: 'pager',
            preference: 'inApp',
            send: async (message, deliveries) => {
              for (const { recipient, reason } of deliveries) {
                const link = await channels.unsubscribeLinks.forRecipient(
                  recipient,
                );
                paged.push(
                  `${recipient}: ${message.title} (${reason}) ${
                    new URL(link).pathname
                  }`,
                );
              }
              return deliveries.map(() => ({ outcome: 'delivered' as const }));
            },
          });
          audience.addProvider({
            id: 'traffic',
            findConsumers: async () => [
              {
                entityRef: 'resource:default/orders-db',
                path: [],
                evidence: { kind: 'traffic', summary: '3 requests a day' },
              },
            ],
          });
        },
      });
    },
  });
  const plugin = createBackendPlugin({
    pluginId: 'example',
    register(env) {
      env.registerInit({
        deps: { service: changeGuardServiceRef },
        async init({ service }) {
          changeGuard = service;
        },
      });
    },
  });

  beforeAll(async () => {
    knex = await createTestDatabase();
    api = await ApiBench.start(knex, { features: [module, plugin] });
  });

  afterAll(async () => {
    await api?.stop();
  });

  it('is the service, the subscribers, the channels and the providers of audiences', async () => {
    const credentials = mockCredentials.user('user:default/alice');
    const change = await changeGuard.record(
      {
        entityRef: 'api:default/orders',
        title: 'Recorded by a plugin',
        source: 'plugin',
      },
      { credentials },
    );
    expect(change).toMatchObject({
      createdBy: 'user:default/alice',
      source: 'plugin',
    });
    await api.settled();
    expect(seen).toMatchObject([
      { subject: change.id, type: 'schema-change.announced' },
    ]);

    const consumers = await changeGuard.listConsumers(change.id, {
      credentials,
    });
    expect(
      consumers.find(
        ({ entityRef }) => entityRef === 'resource:default/orders-db',
      ),
    ).toMatchObject({
      evidence: [{ kind: 'traffic', summary: '3 requests a day' }],
    });
    await waitUntil('people were paged', () => paged.length >= 3);
    expect(paged.find(line => line.startsWith('user:default/bob'))).toMatch(
      /Recorded by a plugin.*\/unsubscribe$/,
    );
    const { items } = await changeGuard.list({ q: 'plugin' }, { credentials });
    expect(items.map(({ id }) => id)).toEqual([change.id]);
  });
});
