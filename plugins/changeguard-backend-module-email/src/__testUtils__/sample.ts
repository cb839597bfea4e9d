import { UserEntity } from '@backstage/catalog-model';
import {
  ChannelDelivery,
  ChannelMessage,
} from '@changeguard/backstage-plugin-changeguard-node';

const change: ChannelMessage['change'] = {
  title: 'Remove legacyId',
  description: 'The column **legacyId** goes away.',
  severity: 'breaking',
  status: 'announced',
  effectiveAt: '2026-12-12T00:00:00.000Z',
  sunsetAt: '2027-03-01T00:00:00.000Z',
  migrationGuide: 'Read `id` instead.',
  replacement: 'the field id',
  findings: [
    {
      severity: 'breaking',
      pointer: 'GET /orders → legacyId',
      message: 'The response lost the required property legacyId',
    },
  ],
};

/** An announcement of a breaking change of an API. */
export function sampleMessage(
  overrides: Partial<Omit<ChannelMessage, 'change'>> & {
    change?: Partial<ChannelMessage['change']>;
  } = {},
): ChannelMessage {
  return {
    eventId: '019ab000-0000-7000-8000-0000000000e1',
    changeId: '019ab000-0000-7000-8000-0000000000c1',
    entityRef: 'api:default/orders-api',
    type: 'announced',
    topic: 'breaking-change',
    severity: 'breaking',
    title: 'orders-api is about to change: Remove legacyId',
    body: 'Takes effect on 2026-12-12. Use the field id instead.',
    link: '/changeguard/changes/019ab000-0000-7000-8000-0000000000c1',
    at: '2026-11-22T09:00:00.000Z',
    comment: null,
    ...overrides,
    change: { ...change, ...overrides.change },
  };
}

/** Bob is to be told. */
export function sampleDelivery(
  overrides: Partial<ChannelDelivery> = {},
): ChannelDelivery {
  return {
    id: '019ab000-0000-7000-8000-0000000000d1',
    recipient: 'user:default/bob',
    reason: 'you own component:default/checkout-web',
    attempt: 1,
    ...overrides,
  };
}

/** A person of the catalog. */
export function sampleUser(
  name: string,
  profile: { displayName?: string; email?: string },
): UserEntity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: { profile },
  };
}
