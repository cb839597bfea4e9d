import { createHash } from 'crypto';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { CatalogEntity } from '../ports/CatalogPort';
import { InMemoryCatalog, WrittenDefinition } from './InMemoryCatalog';

/** An entity of a catalog of a test, as Backstage's catalog answers it. */
function entityOf(
  { entityRef, relations, profile }: CatalogEntity,
  written: WrittenDefinition | undefined,
): Entity {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: kind === 'api' ? 'API' : kind[0].toUpperCase() + kind.slice(1),
    metadata: { name, namespace, annotations: written?.annotations },
    spec: {
      ...(profile ? { profile } : {}),
      ...(written && { type: written.type, definition: written.definition }),
    },
    relations,
  };
  const etag = createHash('sha1').update(JSON.stringify(entity)).digest('hex');
  return { ...entity, metadata: { ...entity.metadata, etag } };
}

/** The entities of a catalog of a test, as Backstage's catalog answers them. */
export function entitiesOf(catalog: InMemoryCatalog): Entity[] {
  return catalog
    .all()
    .map(entity => entityOf(entity, catalog.definitionOf(entity.entityRef)));
}
