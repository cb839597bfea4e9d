import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  commentCreatePermission,
  consumerAnswerPermission,
  schemaChangeReadPermission,
  schemaChangeUpdatePermission,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  createSchemaChangeConditionalDecision,
  schemaChangeConditions,
} from '@changeguard/backstage-plugin-changeguard-node';
import { Knex } from 'knex';
import { ApiBench } from '../../__testUtils__/ApiBench';
import { createTestDatabase } from '../../__testUtils__/PipelineBench';

jest.setTimeout(60_000);

const allow: PolicyDecision = { result: AuthorizeResult.ALLOW };
const deny: PolicyDecision = { result: AuthorizeResult.DENY };

describe('the permission policy', () => {
  let knex: Knex;
  let api: ApiBench;

  beforeAll(async () => {
    knex = await createTestDatabase();
  });

  afterEach(async () => {
    await api?.stop();
  });

  /** A policy that allows everything but what is named here. */
  const start = async (decisions: Record<string, PolicyDecision | Error>) => {
    api = await ApiBench.start(knex, {
      permissions: {
        authorize: async queries =>
          queries.map(({ permission }) => {
            const decision = decisions[permission.name] ?? allow;
            if (decision instanceof Error) throw decision;
            return { result: decision.result as AuthorizeResult.ALLOW };
          }),
        authorizeConditional: async queries =>
          queries.map(({ permission }) => {
            const decision = decisions[permission.name] ?? allow;
            if (decision instanceof Error) throw decision;
            return decision;
          }),
      },
    });
  };
  const record = async () =>
    (
      await api.call('alice', 'post', '/schema-changes', {
        entityRef: 'api:default/orders',
        title: 'A change',
      })
    ).body.id as string;

  it('hides what it does not let people read, in lists and alone', async () => {
    await start({ [schemaChangeReadPermission.name]: deny });
    const id = await record();
    expect(id).toEqual(expect.any(String));
    expect(
      (await api.call('alice', 'get', `/schema-changes/${id}`)).status,
    ).toBe(404);
    const { body } = await api.call('alice', 'get', '/schema-changes');
    expect(body).toEqual({ items: [], nextCursor: null });
  });

  it('narrows by conditions, compiled to SQL', async () => {
    await start({
      [schemaChangeReadPermission.name]: createSchemaChangeConditionalDecision(
        schemaChangeReadPermission,
        {
          allOf: [
            schemaChangeConditions.isProviderOwner({
              claims: ['group:default/orders-team'],
            }),
            {
              not: schemaChangeConditions.isChangeAuthor({
                userRef: 'external:pipeline',
              }),
            },
          ],
        },
      ),
    });
    const own = await record();
    const { body: byPipeline } = await api.call(
      'pipeline',
      'post',
      '/schema-changes',
      {
        entityRef: 'api:default/orders',
        title: 'Detected',
        source: 'ci',
      },
    );
    const { body } = await api.call('bob', 'get', '/schema-changes?limit=100');
    const ids = body.items.map((item: { id: string }) => item.id);
    expect(ids).toContain(own);
    expect(ids).not.toContain(byPipeline.id);
    expect(
      (await api.call('bob', 'get', `/schema-changes/${own}`)).status,
    ).toBe(200);
    expect(
      (await api.call('bob', 'get', `/schema-changes/${byPipeline.id}`)).status,
    ).toBe(404);
  });

  it('takes editing, commenting and answering away', async () => {
    await start({
      [schemaChangeUpdatePermission.name]: deny,
      [commentCreatePermission.name]: deny,
      [consumerAnswerPermission.name]: deny,
    });
    const id = await record();
    await api.settled();
    const { body } = await api.call('alice', 'get', `/schema-changes/${id}`);
    expect(body.may).toEqual({ edit: false, comment: false, moveTo: [] });
    const consumer = await api.consumer(
      'bob',
      id,
      'component:default/checkout',
    );
    expect(consumer.mayAnswer).toBe(false);
    for (const [who, method, path, input] of [
      ['alice', 'put', `/schema-changes/${id}`, { title: 'New' }],
      ['alice', 'post', `/schema-changes/${id}/comments`, { body: 'Hi' }],
      [
        'bob',
        'put',
        `/schema-changes/${id}/consumers/${consumer.id}`,
        { state: 'migrated' },
      ],
    ] as const) {
      expect((await api.call(who, method, path, input)).status).toBe(403);
    }
  });

  it('that cannot be asked allows nothing', async () => {
    await start({
      [schemaChangeReadPermission.name]: new Error('connect ECONNREFUSED'),
    });
    const { status, body } = await api.call('alice', 'get', '/schema-changes');
    expect(status).toBe(503);
    expect(JSON.stringify(body)).not.toContain('ECONNREFUSED');
  });
});
