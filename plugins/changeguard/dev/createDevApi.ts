import {
  defaultPreferences,
  type Delivery,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  sampleAuditEntry,
  sampleChange,
  sampleChangeDetail,
  sampleConsumer,
  sampleNotification,
  stubChangeGuardApi,
} from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { createDeliveries } from './createDeliveries';
import { createDetection } from './createDetection';
import { createFailingEvents } from './createFailingEvents';
import { legacyIdFinding, numberFindings } from './sampleDefinitions';

/** An API that keeps what one does until the page is reloaded. */
export function createDevApi() {
  let changes = [
    sampleChange(),
    sampleChange({
      title: 'Drop the column `orders.total`',
      entityRef: 'resource:default/orders-db',
      format: 'sql',
      severity: 'dangerous',
    }),
    sampleChange({
      title: 'Page numbers give way to cursors',
      status: 'resolved',
    }),
  ];
  let consumer = sampleConsumer({ entityRef: 'api:default/orders-api' });
  let notifications = changes.map(({ id, title, status }) =>
    sampleNotification({
      changeId: id,
      changeStatus: status,
      title: `orders-api is about to change: ${title}`,
    }),
  );
  let deliveries = createDeliveries(changes[0]);
  let failing = createFailingEvents(changes[0]);
  const replay = (which: (delivery: Delivery) => boolean) => {
    const chosen = deliveries.filter(which).map(({ id }) => id);
    deliveries = deliveries.map(one =>
      chosen.includes(one.id)
        ? { ...one, state: 'pending', attempts: 0, settledAt: null }
        : one,
    );
    return chosen.length;
  };
  let preferences = defaultPreferences;
  let mode: 'follow' | 'mute' | null = null;
  const entityRef = 'api:default/orders-api';
  const read = (which: (id: string) => boolean) => {
    const readAt = new Date().toISOString();
    notifications = notifications.map(one =>
      which(one.id) ? { ...one, readAt } : one,
    );
  };

  return stubChangeGuardApi({
    ...createDetection(),
    listSchemaChanges: ({ query }) => ({
      items: changes.filter(
        ({ status }) => !query?.status || query.status.includes(status),
      ),
      nextCursor: null,
    }),
    getSchemaChange: ({ params }) => {
      const { findingCount, ...change } = changes.find(
        ({ id }) => id === params.id,
      )!;
      return sampleChangeDetail({
        ...change,
        may: { edit: true, comment: true, moveTo: ['released', 'withdrawn'] },
        findings: [legacyIdFinding, ...numberFindings].map(
          (finding, index) => ({
            id: change.id.replace(/^.{8}/, String(index).padStart(8, '0')),
            ...finding,
          }),
        ),
      });
    },
    listConsumers: () => ({
      state: 'complete',
      items: [consumer],
      nextCursor: null,
      hidden: 0,
    }),
    answerForConsumer: ({ body }) => {
      consumer = {
        ...consumer,
        answer: {
          ...consumer.answer,
          state: body.state,
          note: body.note ?? null,
          by: 'user:default/guest',
          at: new Date().toISOString(),
        },
      };
      return consumer;
    },
    previewAudience: ({ body }) => ({
      entityRef: body.entityRef,
      state: 'complete',
      consumers: [
        {
          entityRef: 'component:default/checkout-web',
          ownerRefs: ['group:default/team-checkout'],
          direct: true,
          paths: consumer.paths,
          people: 3,
          reachable: true,
        },
      ],
      hidden: 0,
      people: 3,
      teams: 1,
      followers: 0,
    }),
    recordSchemaChange: ({ body }) => {
      const recorded = sampleChange({
        title: body.title,
        entityRef: body.entityRef,
        status: body.status === 'draft' ? 'draft' : 'announced',
      });
      changes = [recorded, ...changes];
      const { findingCount, ...change } = recorded;
      return sampleChangeDetail(change);
    },
    listComments: () => ({ items: [], nextCursor: null }),
    listChangeAudit: () => ({ items: [], nextCursor: null }),
    listNotifications: ({ query }) => ({
      items: notifications.filter(({ readAt }) => !query?.unread || !readAt),
      nextCursor: null,
    }),
    getUnreadCount: () => ({
      unread: notifications.filter(({ readAt }) => !readAt).length,
    }),
    readNotification: ({ params }) => {
      read(id => id === params.id);
      return notifications.find(({ id }) => id === params.id)!;
    },
    readAllNotifications: () => {
      read(() => true);
      return { marked: notifications.length };
    },
    getPreferences: () => preferences,
    setPreferences: ({ body }) => {
      preferences = body;
      return body;
    },
    getSubscription: () => ({ entityRef, mode }),
    setSubscription: ({ body }) => {
      mode = body.mode;
      return { entityRef, mode };
    },
    listDeliveries: ({ query }) => ({
      items: deliveries.filter(
        ({ state, channel }) =>
          (!query?.state || query.state.includes(state)) &&
          (!query?.channel || query.channel.includes(channel)),
      ),
      nextCursor: null,
    }),
    getDeliverySummary: () => ({
      channels: ['backstage', 'email'].map(channel => {
        const count = (state: Delivery['state']) =>
          deliveries.filter(
            one => one.channel === channel && one.state === state,
          ).length;
        return {
          channel,
          pending: count('pending'),
          retrying: count('retrying'),
          dead: count('dead'),
          undeliverable: count('undeliverable'),
          oldestDueAt: null,
        };
      }),
      outbox: { unpublished: 0, oldestAt: null },
    }),
    replayDelivery: ({ params }) => {
      replay(({ id }) => id === params.id);
      return deliveries.find(({ id }) => id === params.id)!;
    },
    replayDeliveries: ({ body }) => ({
      replayed: replay(
        ({ state, channel }) =>
          (body.state
            ? state === body.state
            : state === 'dead' || state === 'undeliverable') &&
          (!body.channel || channel === body.channel),
      ),
      more: false,
    }),
    listFailingEvents: () => ({ items: failing, nextCursor: null }),
    skipEvent: ({ params, body }) => {
      failing = failing.filter(
        ({ eventId, subscriber }) =>
          eventId !== params.id || subscriber !== body.subscriber,
      );
      return undefined;
    },
    listAudit: () => ({
      items: [
        sampleAuditEntry({
          seq: 3,
          action: 'comment.added',
          outcome: 'denied',
        }),
        sampleAuditEntry({ seq: 2, changeId: changes[0].id }),
        sampleAuditEntry({ seq: 1, erased: true, before: null, after: null }),
      ],
      nextCursor: null,
    }),
    getAuditChain: () => ({
      head: {
        seq: 3,
        hash: 'ab'.repeat(32),
        sealedAt: new Date().toISOString(),
      },
      unsealed: 0,
      oldestUnsealedAt: null,
      checkpoint: null,
      publicKey: null,
      retainedFromSeq: 1,
    }),
    verifyAudit: () => ({
      outcome: 'intact',
      fromSeq: 1,
      toSeq: 3,
      headSeq: 3,
      nextSeq: null,
      firstBad: null,
      remainderNotProved: 0,
      checkpoint: null,
      checkedAt: new Date().toISOString(),
    }),
    deleteSubscription: () => {
      mode = null;
    },
  });
}
