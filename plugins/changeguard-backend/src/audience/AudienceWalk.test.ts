import { InMemoryCatalog } from '../__testUtils__/InMemoryCatalog';
import { AudienceWalk, WalkLimits } from './AudienceWalk';

function walked(
  catalog: InMemoryCatalog,
  from: string,
  limits: Partial<WalkLimits> = {},
) {
  const walk = new AudienceWalk(from, {
    depth: 4,
    consumers: 100,
    pathsPerConsumer: 5,
    ...limits,
  });
  while (walk.wanted().length > 0) {
    walk.wanted().forEach(ref => catalog.add(ref));
    walk.enter(ref => catalog.get(ref));
  }
  return walk;
}

const sentences = (walk: AudienceWalk) =>
  Object.fromEntries(
    walk
      .found()
      .map(({ entityRef, paths }) => [
        entityRef,
        paths.map(path =>
          path.map(({ from, type, to }) => `${from} ${type} ${to}`).join(', '),
        ),
      ]),
  );

describe('AudienceWalk', () => {
  it('finds the components that consume an API, and not what consumes theirs', () => {
    const catalog = new InMemoryCatalog()
      .relate('component:default/checkout', 'consumesApi', 'api:default/orders')
      .relate('component:default/checkout', 'providesApi', 'api:default/cart')
      .relate('component:default/web', 'consumesApi', 'api:default/cart')
      .relate('component:default/orders', 'providesApi', 'api:default/orders');
    expect(sentences(walked(catalog, 'api:default/orders'))).toEqual({
      'component:default/checkout': [
        'component:default/checkout consumesApi api:default/orders',
      ],
    });
  });

  it('finds what depends on a component, and the consumers of the APIs it provides', () => {
    const catalog = new InMemoryCatalog()
      .relate(
        'component:default/batch',
        'dependsOn',
        'component:default/orders',
      )
      .relate('component:default/orders', 'providesApi', 'api:default/orders')
      .relate('component:default/checkout', 'consumesApi', 'api:default/orders')
      .relate(
        'component:default/nightly',
        'dependsOn',
        'component:default/batch',
      )
      .relate('component:default/orders', 'hasPart', 'component:default/part');
    expect(sentences(walked(catalog, 'component:default/orders'))).toEqual({
      'component:default/batch': [
        'component:default/batch dependsOn component:default/orders',
      ],
      'component:default/checkout': [
        'component:default/checkout consumesApi api:default/orders, api:default/orders apiProvidedBy component:default/orders',
      ],
    });
  });

  it('follows a resource through views, components and their APIs to the consumers', () => {
    const catalog = new InMemoryCatalog()
      .relate('resource:default/view', 'dependsOn', 'resource:default/table')
      .relate('component:default/orders', 'dependsOn', 'resource:default/view')
      .relate('component:default/orders', 'providesApi', 'api:default/orders')
      .relate(
        'component:default/checkout',
        'consumesApi',
        'api:default/orders',
      );
    expect(sentences(walked(catalog, 'resource:default/table'))).toEqual({
      'resource:default/view': [
        'resource:default/view dependsOn resource:default/table',
      ],
      'component:default/orders': [
        'component:default/orders dependsOn resource:default/view, resource:default/view dependsOn resource:default/table',
      ],
      'component:default/checkout': [
        'component:default/checkout consumesApi api:default/orders, api:default/orders apiProvidedBy component:default/orders, component:default/orders dependsOn resource:default/view, resource:default/view dependsOn resource:default/table',
      ],
    });
  });

  it('tells every way in, the shortest first', () => {
    const catalog = new InMemoryCatalog()
      .relate('component:default/orders', 'dependsOn', 'resource:default/table')
      .relate('component:default/orders', 'providesApi', 'api:default/orders')
      .relate('component:default/report', 'consumesApi', 'api:default/orders')
      .relate(
        'component:default/report',
        'dependsOn',
        'resource:default/table',
      );
    expect(
      walked(catalog, 'resource:default/table')
        .found()
        .find(({ entityRef }) => entityRef === 'component:default/report')
        ?.paths.map(({ length }) => length),
    ).toEqual([1, 3]);
  });

  it('ends on cycles and never lists the changed entity', () => {
    const catalog = new InMemoryCatalog()
      .relate('resource:default/a', 'dependsOn', 'resource:default/b')
      .relate('resource:default/b', 'dependsOn', 'resource:default/c')
      .relate('resource:default/c', 'dependsOn', 'resource:default/a')
      .relate('resource:default/a', 'dependsOn', 'resource:default/a');
    expect(
      Object.keys(sentences(walked(catalog, 'resource:default/a'))),
    ).toEqual(['resource:default/c', 'resource:default/b']);
  });

  it('stops at its depth', () => {
    const catalog = new InMemoryCatalog();
    for (let n = 0; n < 9; n++) {
      catalog.relate(`resource:x/${n + 1}`, 'dependsOn', `resource:x/${n}`);
    }
    expect(walked(catalog, 'resource:x/0', { depth: 3 }).found()).toHaveLength(
      3,
    );
  });

  it('says that it left somebody out at its limit of consumers', () => {
    const catalog = new InMemoryCatalog();
    for (let n = 0; n < 9; n++) {
      catalog.relate(`component:x/${n}`, 'consumesApi', 'api:x/a');
    }
    const walk = walked(catalog, 'api:x/a', { consumers: 5 });
    expect(walk.found()).toHaveLength(5);
    expect(walk.truncated).toBe(true);
    expect(walked(catalog, 'api:x/a', { consumers: 9 }).truncated).toBe(false);
  });

  it('keeps no more paths than it may', () => {
    const catalog = new InMemoryCatalog();
    for (let n = 0; n < 9; n++) {
      catalog
        .relate(`component:x/${n}`, 'dependsOn', 'resource:x/table')
        .relate(`component:x/${n}`, 'providesApi', `api:x/${n}`)
        .relate('component:x/all', 'consumesApi', `api:x/${n}`);
    }
    const all = walked(catalog, 'resource:x/table')
      .found()
      .find(({ entityRef }) => entityRef === 'component:x/all');
    expect(all?.paths).toHaveLength(5);
  });
});
