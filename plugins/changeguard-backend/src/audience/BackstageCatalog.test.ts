import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { BackstageCatalog } from './BackstageCatalog';

const team: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'Team', namespace: 'default' },
  spec: {
    type: 'team',
    profile: { displayName: 'The Team', email: 'team@example.org' },
  },
  relations: [{ type: 'hasMember', targetRef: 'user:default/bob' }],
};
const api: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name: 'orders', namespace: 'default' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/team' },
    { type: 'apiConsumedBy', targetRef: 'component:default/checkout' },
  ],
};

describe('BackstageCatalog', () => {
  it('reads what ChangeGuard needs of entities, null for those that are not there', async () => {
    const catalog = new BackstageCatalog({
      catalog: catalogServiceMock({ entities: [team, api] }),
      auth: mockServices.auth(),
    });
    expect(
      await catalog.getEntities([
        'api:default/orders',
        'api:default/gone',
        'group:default/team',
      ]),
    ).toEqual([
      {
        entityRef: 'api:default/orders',
        kind: 'api',
        ownerRefs: ['group:default/team'],
        relations: api.relations,
        profile: undefined,
      },
      null,
      {
        entityRef: 'group:default/team',
        kind: 'group',
        ownerRefs: [],
        relations: team.relations,
        profile: { displayName: 'The Team', email: 'team@example.org' },
      },
    ]);
  });

  it('asks for many in batches, with its own credentials, and keeps their order', async () => {
    const entities = Array.from(
      { length: 450 },
      (_, n): Entity => ({ ...api, metadata: { name: `api-${n}` } }),
    );
    const service = catalogServiceMock({ entities });
    const getEntitiesByRefs = jest.spyOn(service, 'getEntitiesByRefs');
    const catalog = new BackstageCatalog({
      catalog: service,
      auth: mockServices.auth(),
    });
    const refs = entities.map((_, n) => `api:default/api-${n}`);
    const read = await catalog.getEntities(refs);
    expect(read.map(entity => entity?.entityRef)).toEqual(refs);
    expect(
      getEntitiesByRefs.mock.calls.map(([{ entityRefs }]) => entityRefs.length),
    ).toEqual([200, 200, 50]);
    expect(getEntitiesByRefs.mock.calls[0][1]).toMatchObject({
      credentials: { principal: { type: 'service' } },
    });
  });

  it('asks nothing for nobody', async () => {
    const service = catalogServiceMock({ entities: [] });
    const getEntitiesByRefs = jest.spyOn(service, 'getEntitiesByRefs');
    const catalog = new BackstageCatalog({
      catalog: service,
      auth: mockServices.auth(),
    });
    expect(await catalog.getEntities([])).toEqual([]);
    expect(getEntitiesByRefs).not.toHaveBeenCalled();
  });
});
