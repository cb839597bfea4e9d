import { mockServices } from '@backstage/backend-test-utils';
import { AudienceProvider } from '@changeguard/backstage-plugin-changeguard-node';
import {
  InMemoryCatalog,
  sampleCatalog,
} from '../__testUtils__/InMemoryCatalog';
import { CatalogAudienceResolver } from './CatalogAudienceResolver';

const resolverOf = (
  catalog: InMemoryCatalog,
  ...providers: AudienceProvider[]
) =>
  new CatalogAudienceResolver({
    catalog,
    providers: () => providers,
    logger: mockServices.logger.mock(),
    pausesMs: [1, 1],
  });

describe('CatalogAudienceResolver', () => {
  it('finds the consumers of an API, why, and the people behind everybody', async () => {
    const audience = await resolverOf(sampleCatalog()).resolve(
      'api:default/orders',
    );
    expect(audience).toMatchObject({
      found: true,
      state: 'complete',
      ownerRefs: ['group:default/orders-team'],
      providerMembers: [
        { userRef: 'user:default/alice' },
        { userRef: 'user:default/amy' },
      ],
      consumers: [
        {
          entityRef: 'component:default/checkout',
          direct: true,
          ownerRefs: ['group:default/checkout-team'],
          members: [
            { userRef: 'user:default/bob' },
            { userRef: 'user:default/ben' },
          ],
        },
        { entityRef: 'component:default/mailer' },
      ],
    });
  });

  it('reaches the consumers of the API from the database behind it', async () => {
    const { consumers } = await resolverOf(sampleCatalog()).resolve(
      'resource:default/orders-db',
    );
    expect(
      consumers.map(({ entityRef, direct }) => [entityRef, direct]),
    ).toEqual([
      ['component:default/orders', true],
      ['component:default/checkout', false],
      ['component:default/mailer', false],
    ]);
  });

  it('lists a consumer of the provider’s own team', async () => {
    const catalog = sampleCatalog()
      .relate('component:default/admin', 'consumesApi', 'api:default/orders')
      .relate(
        'component:default/admin',
        'ownedBy',
        'group:default/orders-team',
      );
    const { consumers } = await resolverOf(catalog).resolve(
      'api:default/orders',
    );
    expect(consumers.map(({ entityRef }) => entityRef)).toContain(
      'component:default/admin',
    );
  });

  it('reads each entity once', async () => {
    const catalog = sampleCatalog();
    await resolverOf(catalog).resolve('resource:default/orders-db');
    const read = catalog.calls.flat();
    expect(read).toHaveLength(new Set(read).size);
  });

  it('says so when the entity is not in the catalog', async () => {
    expect(
      await resolverOf(new InMemoryCatalog()).resolve('api:default/gone'),
    ).toMatchObject({ found: false, state: 'complete', consumers: [] });
  });

  it('throws when the catalog cannot be read at all', async () => {
    const catalog = sampleCatalog();
    catalog.onRead = () => {
      throw new Error('The catalog is away');
    };
    await expect(
      resolverOf(catalog).resolve('api:default/orders'),
    ).rejects.toThrow(
      'The catalog could not be asked about api:default/orders',
    );
    await expect(
      resolverOf(catalog).expandOwners(['group:default/orders-team']),
    ).rejects.toThrow('The catalog is away');
  });

  it('reads a failed batch again, some times', async () => {
    const catalog = sampleCatalog();
    let failures = 0;
    catalog.onRead = () => {
      if (failures++ < 2) throw new Error('Its database is restarted');
    };
    expect(
      await resolverOf(catalog).resolve('api:default/orders'),
    ).toMatchObject({ state: 'complete', consumers: [{}, {}] });
  });

  it('is not as patient again once the catalog is known to be away', async () => {
    const catalog = sampleCatalog();
    let failures = 0;
    catalog.onRead = refs => {
      if (refs.includes('resource:default/orders-db')) return;
      failures++;
      throw new Error('The catalog is away');
    };
    await resolverOf(catalog).resolve('resource:default/orders-db');
    // The next step of the walk three times, its owners once.
    expect(failures).toBe(4);
  });

  it('is partial when only some of the catalog could be read', async () => {
    const catalog = sampleCatalog();
    catalog.onRead = refs => {
      if (refs.includes('group:default/checkout-team')) {
        throw new Error('The catalog is away');
      }
    };
    expect(
      await resolverOf(catalog).resolve('api:default/orders'),
    ).toMatchObject({
      state: 'partial',
      found: true,
      catalogFailure: new Error('The catalog is away'),
    });
  });

  it('adds what the providers of audiences found, and why', async () => {
    const traffic: AudienceProvider = {
      id: 'traffic',
      findConsumers: async () => [
        {
          entityRef: 'component:default/unknown-to-the-relations',
          path: [],
          evidence: { kind: 'traffic', summary: '120 calls yesterday' },
        },
        {
          entityRef: 'component:default/checkout',
          path: [],
          evidence: { kind: 'traffic', summary: '7 calls yesterday' },
        },
        { entityRef: 'component:default/not-in-the-catalog', path: [] },
        { entityRef: 'api:default/orders', path: [] },
      ],
    };
    const catalog = sampleCatalog().relate(
      'component:default/unknown-to-the-relations',
      'ownedBy',
      'user:default/erin',
    );
    const { consumers, state } = await resolverOf(catalog, traffic).resolve(
      'api:default/orders',
    );
    expect(state).toBe('complete');
    expect(consumers).toMatchObject([
      {
        entityRef: 'component:default/checkout',
        direct: true,
        paths: [[{ type: 'consumesApi' }]],
        evidence: [{ kind: 'traffic', summary: '7 calls yesterday' }],
      },
      { entityRef: 'component:default/mailer', evidence: [] },
      {
        entityRef: 'component:default/unknown-to-the-relations',
        direct: true,
        paths: [],
        members: [{ userRef: 'user:default/erin' }],
      },
    ]);
  });

  it('is partial when a provider fails, with what the others found', async () => {
    const failing: AudienceProvider = {
      id: 'failing',
      findConsumers: async () => {
        throw new Error('No answer');
      },
    };
    expect(
      await resolverOf(sampleCatalog(), failing).resolve('api:default/orders'),
    ).toMatchObject({ state: 'partial', consumers: [{}, {}] });
  });

  it('does not wait for a provider that hangs', async () => {
    const given = new AbortController();
    const hanging: AudienceProvider = {
      id: 'hanging',
      findConsumers: () => {
        given.abort(new Error('Time is up'));
        return new Promise(() => {});
      },
    };
    const catalog = sampleCatalog();
    await expect(
      resolverOf(catalog, hanging).resolve('api:default/orders', {
        signal: given.signal,
      }),
    ).rejects.toThrow('Time is up');
  });

  it('tells people behind users and groups apart', async () => {
    expect(
      await resolverOf(sampleCatalog()).expandOwners([
        'user:default/carol',
        'group:default/checkout-team',
        'group:default/nobody',
      ]),
    ).toEqual([
      { userRef: 'user:default/carol', viaOwnerRef: 'user:default/carol' },
      {
        userRef: 'user:default/bob',
        viaOwnerRef: 'group:default/checkout-team',
      },
      {
        userRef: 'user:default/ben',
        viaOwnerRef: 'group:default/checkout-team',
      },
    ]);
  });
});
