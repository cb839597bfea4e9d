import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { InMemoryCatalog } from './InMemoryCatalog';

/** The entities of a catalog of a test, as Backstage's catalog answers them. */
export function entitiesOf(catalog: InMemoryCatalog): Entity[] {
  return catalog.all().map(({ entityRef, relations, profile }) => {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: kind === 'api' ? 'API' : kind[0].toUpperCase() + kind.slice(1),
      metadata: { name, namespace },
      spec: profile ? { profile } : {},
      relations,
    };
  });
}
