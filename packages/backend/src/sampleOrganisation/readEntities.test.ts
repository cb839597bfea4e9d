import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readEntities } from './readEntities';

const folder = resolvePackagePath('backend', 'sample-organisation');

/** Spec fields that refer to other entities, with the kind a bare name stands for. */
const references: Record<string, string> = {
  owner: 'group',
  parent: 'group',
  children: 'group',
  memberOf: 'group',
  system: 'system',
  domain: 'domain',
  providesApis: 'api',
  consumesApis: 'api',
  dependsOn: 'component',
};

function refsOf(entity: Entity): string[] {
  return Object.entries(references).flatMap(([field, defaultKind]) =>
    [entity.spec?.[field] ?? []]
      .flat()
      .map(ref =>
        stringifyEntityRef(parseEntityRef(String(ref), { defaultKind })),
      ),
  );
}

describe('the sample organisation', () => {
  let entities: Entity[];
  const ofKind = (kind: string) => entities.filter(e => e.kind === kind);
  const named = (ref: string) =>
    entities.find(e => stringifyEntityRef(e) === ref);

  beforeAll(async () => {
    entities = await readEntities(folder);
  });

  it('is large enough to look like a company', () => {
    const teams = ofKind('Group').filter(e => e.spec?.type === 'team');
    expect(teams.length).toBeGreaterThanOrEqual(5);
    expect(ofKind('User').length).toBeGreaterThanOrEqual(8);
    expect(ofKind('Component').length).toBeGreaterThanOrEqual(15);
    expect(ofKind('API').length).toBeGreaterThanOrEqual(8);
    expect(ofKind('Resource').length).toBeGreaterThanOrEqual(3);
  });

  it('refers to nothing that is not there', () => {
    const known = new Set(entities.map(e => stringifyEntityRef(e)));
    const dangling = entities.flatMap(entity =>
      refsOf(entity)
        .filter(ref => !known.has(ref))
        .map(ref => `${stringifyEntityRef(entity)} -> ${ref}`),
    );
    expect(dangling).toEqual([]);
  });

  it('has no two entities of one name', () => {
    const refs = entities.map(e => stringifyEntityRef(e));
    expect(refs).toHaveLength(new Set(refs).size);
  });

  it("lets Bob's checkout consume the API of Alice's team, and nothing of Carol's touch it", () => {
    expect(named('user:default/alice')?.spec?.memberOf).toEqual([
      named('api:default/orders-api')?.spec?.owner,
    ]);
    expect(named('component:default/orders-service')?.spec).toMatchObject({
      providesApis: expect.arrayContaining(['orders-api']),
      dependsOn: ['resource:orders-db'],
    });
    expect(named('component:default/checkout-web')?.spec).toMatchObject({
      owner: named('user:default/bob')?.spec?.memberOf?.toString(),
      consumesApis: expect.arrayContaining(['orders-api']),
    });

    const carolsTeam = named('user:default/carol')?.spec?.memberOf?.toString();
    const carols = entities.filter(e => e.spec?.owner === carolsTeam);
    expect(carols.length).toBeGreaterThan(0);
    for (const entity of carols) {
      expect(refsOf(entity)).not.toEqual(
        expect.arrayContaining([expect.stringContaining('order')]),
      );
    }
  });

  it('has the awkward cases', () => {
    const members = ofKind('User').flatMap(e => e.spec?.memberOf as string[]);
    expect(members).not.toContain('team-mobile');
    expect(named('group:default/team-mobile')?.spec?.children).toHaveLength(2);
    expect(named('component:default/refund-assistant')?.spec?.owner).toBe(
      'user:jonas',
    );
    expect(named('component:default/returns-kiosk')?.spec?.owner).toBe(
      'user:mateo',
    );
    expect(named('user:default/mateo')?.spec?.profile).not.toHaveProperty(
      'email',
    );
  });

  it.each([
    ['portal-catalog-api', /^openapi: 3/],
    ['source-hosting-graph', /^type Query /m],
    ['message-broker', /^service Publisher /m],
    ['orders-api', /^openapi: 3/],
  ])('has the definition of %s', (name, marker) => {
    expect(named(`api:default/${name}`)?.spec?.definition).toMatch(marker);
  });

  it('gives every API a definition and a place it comes from', () => {
    for (const api of ofKind('API')) {
      expect(api.spec?.definition).toEqual(expect.any(String));
      expect(api.metadata.annotations).toMatchObject({
        'backstage.io/managed-by-location': expect.stringMatching(
          /^sample-organisation:.+\.yaml$/,
        ),
      });
    }
  });
});
