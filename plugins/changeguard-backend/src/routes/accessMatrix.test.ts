import {
  OperationName,
  operations,
} from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { ApiBench } from '../__testUtils__/ApiBench';
import { Who } from '../__testUtils__/people';
import { createTestDatabase } from '../__testUtils__/PipelineBench';
import { waitUntil } from '../__testUtils__/waitUntil';

jest.setTimeout(120_000);

const roles = {
  owner: 'alice',
  consumer: 'bob',
  /** Sees the entity in the catalog, and has nothing else to do with it. */
  reader: 'erin',
  /** Does not see the entity in the catalog. */
  stranger: 'carol',
  service: 'pipeline',
  none: 'nobody',
} as const satisfies Record<string, Who>;
type Role = keyof typeof roles;

interface Row {
  /** Makes what the call needs, anew for every role. */
  request: (context: Context) => Promise<{ path: string; body?: object }>;
  expected: Record<Role, number>;
}

interface Context {
  api: ApiBench;
  changeId: string;
  consumerId: string;
}

const record = { entityRef: 'api:default/orders', title: 'Another' };
const preferences = {
  email: true,
  topics: {
    'breaking-change': { inApp: true, email: true },
    discussion: { inApp: true, email: true },
    reminder: { inApp: true, email: true },
    digest: { inApp: true, email: true },
  },
};

async function comment({ api, changeId }: Context): Promise<string> {
  const { body } = await api.call(
    'alice',
    'post',
    `/schema-changes/${changeId}/comments`,
    { body: 'Hello' },
  );
  return `/schema-changes/${changeId}/comments/${body.id}`;
}

/** One of Bob's. */
async function notification({ api }: Context): Promise<string> {
  const { body } = await api.call('bob', 'get', '/notifications');
  return body.items[0].id;
}

/** One that ended, and is given up now. */
async function deadDelivery({ knex }: ApiBench): Promise<string> {
  const ended = () => knex('deliveries').whereNotNull('settled_at').first('id');
  await waitUntil('a delivery has ended', async () => !!(await ended()));
  const { id } = await ended();
  await knex('deliveries').where({ id }).update({ state: 'dead' });
  return id;
}

const definition = JSON.stringify({ openapi: '3.0.3', paths: {} });
const entity = '/entities/api/default/orders';
const fingerprint = 'a'.repeat(64);
const acceptance = {
  reason: 'Nobody reads it',
  finding: {
    rule: 'response-property-removed',
    severity: 'breaking',
    pointer: '/paths',
    message: 'It is gone.',
  },
};

/** One that a pipeline published. */
async function revision({ api }: Context): Promise<string> {
  const { body } = await api.call('pipeline', 'post', '/revisions', {
    entityRef: 'api:default/orders',
    definition,
  });
  return body.revision.id;
}

/** One that the subscriber `pager` fails on. */
async function failingEvent({ knex }: ApiBench): Promise<string> {
  const { id } = await knex('outbox').first('id');
  await knex('inbox').where({ event_id: id, subscriber: 'pager' }).delete();
  await knex('subscriber_failures')
    .insert({ event_id: id, subscriber: 'pager', last_error: 'No signal' })
    .onConflict()
    .ignore();
  return id;
}

const subscription = '/entities/api/default/orders/subscription';
const forPeople = { service: 403, none: 401 };
const everybody = { owner: 200, consumer: 200, reader: 200, stranger: 200 };

/** Every operation and what each role is answered. An operation without a row does not compile. */
const matrix: Record<OperationName, Row> = {
  recordSchemaChange: {
    request: async () => ({ path: '/schema-changes', body: record }),
    expected: {
      owner: 201,
      consumer: 403,
      reader: 403,
      stranger: 404,
      service: 201,
      none: 401,
    },
  },
  listSchemaChanges: {
    request: async () => ({ path: '/schema-changes' }),
    expected: { ...everybody, service: 200, none: 401 },
  },
  getSchemaChange: {
    request: async ({ changeId }) => ({ path: `/schema-changes/${changeId}` }),
    expected: {
      owner: 200,
      consumer: 200,
      reader: 200,
      stranger: 404,
      service: 200,
      none: 401,
    },
  },
  updateSchemaChange: {
    request: async ({ changeId }) => ({
      path: `/schema-changes/${changeId}`,
      body: { title: 'Better said' },
    }),
    expected: {
      owner: 200,
      consumer: 403,
      reader: 403,
      stranger: 404,
      ...forPeople,
    },
  },
  deleteSchemaChange: {
    request: async ({ api }) => ({
      path: `/schema-changes/${await api.record({ status: 'draft' })}`,
    }),
    // A draft is nothing that anybody else could know of.
    expected: {
      owner: 204,
      consumer: 404,
      reader: 404,
      stranger: 404,
      ...forPeople,
    },
  },
  listComments: {
    request: async ({ changeId }) => ({
      path: `/schema-changes/${changeId}/comments`,
    }),
    expected: {
      owner: 200,
      consumer: 200,
      reader: 200,
      stranger: 404,
      ...forPeople,
    },
  },
  addComment: {
    request: async ({ changeId }) => ({
      path: `/schema-changes/${changeId}/comments`,
      body: { body: 'Hello' },
    }),
    expected: {
      owner: 201,
      consumer: 201,
      reader: 201,
      stranger: 404,
      ...forPeople,
    },
  },
  editComment: {
    request: async context => ({
      path: await comment(context),
      body: { body: 'Hello again' },
    }),
    // The owner wrote it.
    expected: {
      owner: 200,
      consumer: 403,
      reader: 403,
      stranger: 404,
      ...forPeople,
    },
  },
  deleteComment: {
    request: async context => ({ path: await comment(context) }),
    expected: {
      owner: 200,
      consumer: 403,
      reader: 403,
      stranger: 404,
      ...forPeople,
    },
  },
  listConsumers: {
    request: async ({ changeId }) => ({
      path: `/schema-changes/${changeId}/consumers`,
    }),
    expected: {
      owner: 200,
      consumer: 200,
      reader: 200,
      stranger: 404,
      service: 200,
      none: 401,
    },
  },
  answerForConsumer: {
    request: async ({ changeId, consumerId }) => ({
      path: `/schema-changes/${changeId}/consumers/${consumerId}`,
      body: { state: 'acknowledged' },
    }),
    expected: {
      owner: 403,
      consumer: 200,
      reader: 403,
      stranger: 404,
      ...forPeople,
    },
  },
  listChangeAudit: {
    request: async ({ changeId }) => ({
      path: `/schema-changes/${changeId}/audit`,
    }),
    expected: {
      owner: 200,
      consumer: 200,
      reader: 200,
      stranger: 404,
      ...forPeople,
    },
  },
  listAudit: {
    request: async () => ({ path: '/audit' }),
    expected: { ...everybody, ...forPeople },
  },
  getAuditChain: {
    request: async () => ({ path: '/audit/chain' }),
    expected: { ...everybody, ...forPeople },
  },
  verifyAudit: {
    request: async () => ({ path: '/audit/verify' }),
    expected: { ...everybody, ...forPeople },
  },
  eraseAudit: {
    request: async () => ({
      path: '/audit/erasures',
      body: { userRef: 'user:default/zoe', reason: 'She asked for it' },
    }),
    // Allowed to nobody until the configuration says so.
    expected: {
      owner: 403,
      consumer: 403,
      reader: 403,
      stranger: 403,
      ...forPeople,
    },
  },
  listNotifications: {
    request: async () => ({ path: '/notifications' }),
    expected: { ...everybody, ...forPeople },
  },
  getUnreadCount: {
    request: async () => ({ path: '/notifications/unread-count' }),
    expected: { ...everybody, ...forPeople },
  },
  readNotification: {
    request: async context => ({
      path: `/notifications/${await notification(context)}/read`,
    }),
    // It is Bob's: for everybody else there is none.
    expected: {
      owner: 404,
      consumer: 200,
      reader: 404,
      stranger: 404,
      ...forPeople,
    },
  },
  readAllNotifications: {
    request: async () => ({ path: '/notifications/read' }),
    expected: { ...everybody, ...forPeople },
  },
  getPreferences: {
    request: async () => ({ path: '/preferences' }),
    expected: { ...everybody, ...forPeople },
  },
  setPreferences: {
    request: async () => ({ path: '/preferences', body: preferences }),
    expected: { ...everybody, ...forPeople },
  },
  getSubscription: {
    request: async () => ({ path: subscription }),
    expected: { ...everybody, ...forPeople },
  },
  setSubscription: {
    request: async () => ({ path: subscription, body: { mode: 'follow' } }),
    expected: { ...everybody, stranger: 404, ...forPeople },
  },
  deleteSubscription: {
    request: async () => ({ path: subscription }),
    expected: {
      owner: 204,
      consumer: 204,
      reader: 204,
      stranger: 204,
      ...forPeople,
    },
  },
  previewAudience: {
    request: async () => ({
      path: '/audience',
      body: { entityRef: 'api:default/orders' },
    }),
    expected: { ...everybody, stranger: 404, ...forPeople },
  },
  listDeliveries: {
    request: async () => ({ path: '/deliveries' }),
    expected: { ...everybody, ...forPeople },
  },
  getDeliverySummary: {
    request: async () => ({ path: '/deliveries/summary' }),
    expected: { ...everybody, ...forPeople },
  },
  listFailingEvents: {
    request: async () => ({ path: '/deliveries/events' }),
    expected: { ...everybody, ...forPeople },
  },
  skipEvent: {
    request: async ({ api }) => ({
      path: `/deliveries/events/${await failingEvent(api)}/skip`,
      body: { subscriber: 'pager', reason: 'The pager was taken down' },
    }),
    expected: {
      owner: 204,
      consumer: 204,
      reader: 204,
      stranger: 204,
      ...forPeople,
    },
  },
  replayDelivery: {
    request: async ({ api }) => ({
      path: `/deliveries/${await deadDelivery(api)}/replay`,
      body: {},
    }),
    expected: { ...everybody, ...forPeople },
  },
  replayDeliveries: {
    request: async () => ({ path: '/deliveries/replay', body: {} }),
    expected: { ...everybody, ...forPeople },
  },
  checkDefinition: {
    request: async () => ({
      path: '/checks',
      body: {
        entityRef: 'api:default/orders',
        base: definition,
        revision: definition,
      },
    }),
    expected: { ...everybody, stranger: 404, service: 200, none: 401 },
  },
  publishRevision: {
    request: async () => ({
      path: '/revisions',
      body: { entityRef: 'api:default/orders', definition },
    }),
    expected: {
      owner: 201,
      consumer: 403,
      reader: 403,
      stranger: 404,
      service: 201,
      none: 401,
    },
  },
  listRevisions: {
    request: async () => ({ path: `${entity}/revisions` }),
    expected: { ...everybody, stranger: 404, service: 200, none: 401 },
  },
  diffRevisions: {
    request: async context => {
      const id = await revision(context);
      return { path: `${entity}/revisions/diff?from=${id}&to=${id}` };
    },
    expected: { ...everybody, stranger: 404, service: 200, none: 401 },
  },
  getRevision: {
    request: async context => ({
      path: `${entity}/revisions/${await revision(context)}`,
    }),
    expected: { ...everybody, stranger: 404, service: 200, none: 401 },
  },
  compareNow: {
    request: async () => ({ path: `${entity}/compare` }),
    expected: {
      owner: 200,
      consumer: 403,
      reader: 403,
      stranger: 404,
      ...forPeople,
    },
  },
  setBaseline: {
    request: async context => ({
      path: `${entity}/baseline`,
      body: {
        revisionId: await revision(context),
        reason: 'Reviewed by hand',
      },
    }),
    expected: {
      owner: 200,
      consumer: 403,
      reader: 403,
      stranger: 404,
      ...forPeople,
    },
  },
  listAcceptances: {
    request: async () => ({ path: `${entity}/acceptances` }),
    expected: { ...everybody, stranger: 404, service: 200, none: 401 },
  },
  acceptFinding: {
    request: async () => ({
      path: `${entity}/acceptances/${fingerprint}`,
      body: acceptance,
    }),
    expected: {
      owner: 200,
      consumer: 403,
      reader: 403,
      stranger: 404,
      ...forPeople,
    },
  },
  acceptFindings: {
    request: async ({ api }) => {
      const { reason, finding } = acceptance;
      await api.record({ findings: [{ ...finding, fingerprint }] });
      return {
        path: `${entity}/acceptances`,
        body: { reason, fingerprints: [fingerprint] },
      };
    },
    expected: {
      owner: 200,
      consumer: 403,
      reader: 403,
      stranger: 404,
      ...forPeople,
    },
  },
  revokeAcceptance: {
    request: async ({ api }) => {
      const path = `${entity}/acceptances/${fingerprint}`;
      await api.call('alice', 'put', path, acceptance);
      return { path };
    },
    expected: {
      owner: 204,
      consumer: 403,
      reader: 403,
      stranger: 404,
      ...forPeople,
    },
  },
  revokeAcceptances: {
    request: async ({ api }) => {
      const path = `${entity}/acceptances`;
      await api.call('alice', 'put', `${path}/${fingerprint}`, acceptance);
      return { path: `${path}/revoke`, body: { fingerprints: [fingerprint] } };
    },
    expected: {
      owner: 204,
      consumer: 403,
      reader: 403,
      stranger: 404,
      ...forPeople,
    },
  },
  getHealth: {
    request: async () => ({ path: '/health' }),
    expected: { ...everybody, service: 200, none: 401 },
  },
};

/** What changes something and leaves no record: whether somebody has read what they were told concerns nobody else. */
const withoutRecord: OperationName[] = [
  'readNotification',
  'readAllNotifications',
];

/** What is limited as a write, is allowed, and changes nothing. */
const changesNothing = [
  // They compare, and store nothing.
  ...(['owner', 'consumer', 'reader', 'stranger', 'service'] as const).flatMap(
    role => [`checkDefinition/${role}`, `diffRevisions/${role}`],
  ),
  // The definition is the one that the catalog has shown, and is the baseline.
  'publishRevision/service',
  'setBaseline/owner',
  'compareNow/owner',
  // A stranger could follow nothing.
  'deleteSubscription/stranger',
  // The owner has replayed all there were.
  'replayDeliveries/consumer',
  'replayDeliveries/reader',
  'replayDeliveries/stranger',
];

const cases = (Object.keys(operations) as OperationName[]).flatMap(name =>
  (Object.keys(roles) as Role[]).map(
    role => [name, role, matrix[name]?.expected[role]] as const,
  ),
);

describe('who may do what, under a policy that allows everything', () => {
  let knex: Knex;
  let api: ApiBench;
  let changeId: string;
  let consumerId: string;

  beforeAll(async () => {
    knex = await createTestDatabase();
    api = await ApiBench.start(knex, {
      shows: (_entity, viewer) => viewer !== 'user:default/carol',
    });
    // Erin's mailer is no consumer here: she is the one who only reads.
    api.catalog.separate(
      'component:default/mailer',
      'consumesApi',
      'api:default/orders',
    );
    api.catalog.define('api:default/orders', { type: 'openapi', definition });
    changeId = await api.record();
    const consumer = await api.consumer(
      'bob',
      changeId,
      'component:default/checkout',
    );
    consumerId = consumer.id;
  });

  afterAll(async () => {
    await api?.stop();
  });

  it.each(cases)('%s as the %s is answered %i', async (name, role, status) => {
    const who = roles[role];
    const { path, body } = await matrix[name].request({
      api,
      changeId,
      consumerId,
    });
    const answer = await api.call(who, operations[name].method, path, body, {
      'X-Request-Id': `${name}/${role}`,
    });
    expect(answer.status).toBe(status);
  });

  it('leaves one record of every change, and of every refused attempt to make one', async () => {
    await api.settled();
    const writes = cases.filter(([name]) => operations[name].rate === 'write');
    const expected = writes.flatMap(([name, role, status]) => {
      const call = `${name}/${role}`;
      const isHidden =
        status === 404 && operations[name].path.startsWith('/schema-changes/');
      if (withoutRecord.includes(name)) return [];
      if (status === 403 || isHidden) return [`${call} denied`];
      return status < 300 && !changesNothing.includes(call)
        ? [`${call} success`]
        : [];
    });
    const records = await knex('audit_records')
      .whereIn(
        'request_id',
        writes.map(([name, role]) => `${name}/${role}`),
      )
      // Who is affected is found out by ChangeGuard.
      .whereNot({ actor_type: 'system' });
    expect(
      records.map(one => `${one.request_id} ${one.outcome}`).sort(),
    ).toEqual(expected.sort());
  });

  it('answers of a change that is hidden to the letter as of one that is not there', async () => {
    const missing = 'ffffffff-ffff-7fff-bfff-ffffffffffff';
    const answers = await Promise.all(
      [changeId, missing].map(id =>
        api.call('carol', 'put', `/schema-changes/${id}`, { title: 'Mine' }),
      ),
    );
    const [hidden, none] = answers.map(({ status, body }) =>
      JSON.stringify({ status, error: body.error, response: body.response })
        .replaceAll(changeId, missing)
        .replace(/"stack":"[^"]*"/, ''),
    );
    expect(hidden).toBe(none);
  });

  it('shows refused attempts to the owners alone', async () => {
    const path = `/schema-changes/${changeId}/audit?limit=100`;
    const outcomes = async (who: Who) => {
      const { body } = await api.call(who, 'get', path);
      return new Set(
        body.items.map((item: { outcome: string }) => item.outcome),
      );
    };
    expect(await outcomes('alice')).toEqual(new Set(['success', 'denied']));
    expect(await outcomes('bob')).toEqual(new Set(['success']));
  });
});
