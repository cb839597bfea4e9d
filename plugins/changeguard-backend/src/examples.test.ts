import { readFileSync } from 'node:fs';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { schemaChangeReadPermission } from '@changeguard/backstage-plugin-changeguard-common';
import { ApiBench } from './__testUtils__/ApiBench';
import { createTestDatabase } from './__testUtils__/PipelineBench';
import { authorizationOf } from './__testUtils__/people';
import { waitUntil } from './__testUtils__/waitUntil';
import { ChangeGuardPolicy } from './examples/ChangeGuardPolicy';
import { chatModule } from './examples/chatModule';
import { columnsModule } from './examples/columnsModule';
import { pagerModule } from './examples/pagerModule';
import { removalsPlugin } from './examples/removalsPlugin';
import { trafficModule } from './examples/trafficModule';

jest.setTimeout(60_000);

const root = join(__dirname, '..', '..', '..');

/** The code that a README shows, by the name of what it exports. */
function codeShownIn(readme: string): Map<string, string> {
  const text = readFileSync(join(root, readme), 'utf8');
  const blocks = [...text.matchAll(/```ts\n([^]*?)```/g)].map(([, it]) => it);
  return new Map(
    blocks.flatMap(code => {
      const name = /^export (?:const|class) (\w+)/m.exec(code)?.[1];
      return name ? [[name, code] as const] : [];
    }),
  );
}

/** Without what a formatter decides. */
const inOneLine = (code: string) => code.replace(/\s+/g, ' ').trim();

describe('the examples of the README', () => {
  const examples = 'plugins/changeguard-backend/src/examples';
  it.each([
    ['README.md', 'ChangeGuardPolicy', `${examples}/ChangeGuardPolicy.ts`],
    [
      'plugins/changeguard-node/README.md',
      'removalsPlugin',
      `${examples}/removalsPlugin.ts`,
    ],
    [
      'plugins/changeguard-node/README.md',
      'chatModule',
      `${examples}/chatModule.ts`,
    ],
    [
      'plugins/changeguard-node/README.md',
      'pagerModule',
      `${examples}/pagerModule.ts`,
    ],
    [
      'plugins/changeguard-node/README.md',
      'trafficModule',
      `${examples}/trafficModule.ts`,
    ],
    [
      'plugins/changeguard-node/README.md',
      'columnsModule',
      `${examples}/columnsModule.ts`,
    ],
    [
      'plugins/changeguard-node/README.md',
      'columnsFormatFile',
      `${examples}/columnsFormat.ts`,
    ],
    [
      'plugins/changeguard-node/README.md',
      'changeGuardModuleGooglePubSub',
      'plugins/changeguard-backend-module-google-pubsub/src/module.ts',
    ],
  ])('%s shows %s as tests run it', (readme, name, file) => {
    const shown = codeShownIn(readme).get(name);
    expect(shown && inOneLine(shown)).toBe(
      inOneLine(readFileSync(join(root, file), 'utf8')),
    );
  });

  describe('in a portal', () => {
    const heard: { path?: string; key: unknown; body: string }[] = [];
    let outside: Server;
    let api: ApiBench;

    beforeAll(async () => {
      outside = createServer(async (req, res) => {
        let body = '';
        for await (const chunk of req) body += chunk;
        heard.push({
          path: req.url,
          key: req.headers['idempotency-key'],
          body,
        });
        // Erin has no pager.
        res.statusCode = body.startsWith('user:default/erin') ? 404 : 202;
        res.end();
      });
      await new Promise<void>(resolve =>
        outside.listen(0, '127.0.0.1', resolve),
      );
      const url = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
      api = await ApiBench.start(await createTestDatabase(), {
        rootConfig: {
          chat: { room: `${url}/chat` },
          pager: { url: `${url}/pager` },
        },
        features: [
          removalsPlugin,
          chatModule,
          pagerModule,
          trafficModule,
          columnsModule,
        ],
      });
    });

    afterAll(async () => {
      await api?.stop();
      await new Promise(resolve => outside.close(resolve));
    });

    it('record, tell a chat room, page people, and know who calls', async () => {
      const response = await fetch(new URL('/api/removals', api.baseUrl).href, {
        method: 'POST',
        headers: {
          Authorization: authorizationOf('alice'),
          'Content-Type': 'application/json',
        },
        body: JSON.stringify({
          entityRef: 'api:default/orders',
          field: 'legacyId',
        }),
      });
      expect(response.status).toBe(201);
      const { id } = await response.json();
      await api.settled();

      expect(heard.filter(({ path }) => path === '/chat')).toEqual([
        {
          path: '/chat',
          key: expect.stringMatching(/^[0-9a-f-]{36}$/),
          body: 'api:default/orders is about to break: Remove legacyId',
        },
      ]);
      expect(
        await api.consumer('alice', id, 'resource:default/orders-db'),
      ).toMatchObject({
        evidence: [{ kind: 'traffic', summary: '21 requests last week' }],
      });
      const paged = () => heard.filter(({ path }) => path === '/pager');
      await waitUntil('Bob was paged', () =>
        paged().some(({ body }) =>
          /^user:default\/bob: .*Remove legacyId.*\(.*own/.test(body),
        ),
      );
      await waitUntil('no page is under way', async () => {
        const { rows } = await api.knex.raw(
          `select state, count(*)::int from deliveries where channel = 'pager' group by state order by state`,
        );
        return rows.every((row: { state: string }) =>
          ['delivered', 'undeliverable'].includes(row.state),
        );
      });
    });

    it('compare a format of their own, and watch it', async () => {
      const { body } = await api.call('pipeline', 'post', '/checks', {
        format: 'columns',
        base: 'id;note;total\n1;;7\n',
        revision: 'id;total\n1;7\n',
      });
      expect(body).toMatchObject({
        outcome: 'compared',
        verdict: 'breaking',
        findings: [
          {
            rule: 'column-removed',
            message: "The column 'note' was removed.",
            purpose: expect.stringMatching(/^Whoever/),
          },
        ],
      });
      api.catalog.define('api:default/orders', {
        type: 'csv',
        definition: 'id;note\n',
      });
      await api.sweep();
      expect(await api.knex('revisions')).toMatchObject([
        { entity_ref: 'api:default/orders', format: 'columns' },
      ]);
    });
  });

  it('let a policy narrow who reads changes', async () => {
    const userEntityRef = 'user:default/bob';
    const claims = [userEntityRef, 'group:default/checkout-team'];
    const bob = {
      credentials: mockCredentials.user(userEntityRef),
      info: { userEntityRef, ownershipEntityRefs: claims },
    };
    const policy = new ChangeGuardPolicy(
      mockServices.userInfo({ userEntityRef, ownershipEntityRefs: claims }),
    );
    expect(
      await policy.handle({ permission: schemaChangeReadPermission }, bob),
    ).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'changeguard',
      resourceType: 'changeguard-schema-change',
      conditions: {
        anyOf: [
          { rule: 'IS_PROVIDER_OWNER', params: { claims } },
          { rule: 'IS_CONSUMER_OWNER', params: { claims } },
          { rule: 'IS_CHANGE_AUTHOR', params: { userRef: userEntityRef } },
        ],
      },
    });
    expect(
      await policy.handle({ permission: schemaChangeReadPermission }),
    ).toEqual({ result: AuthorizeResult.DENY });
  });
});
