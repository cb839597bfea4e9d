import { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  DefinitionCatalog,
  WatchedEntity,
  WatchedHead,
} from '../ports/DefinitionCatalog';
import { Formats } from './Formats';
import { SCHEMA_PATH_ANNOTATION, watchedEntity } from './watchedEntity';

/** What tells entities that changed from those that did not; definitions are megabytes. */
const headFields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.etag',
  'metadata.annotations',
];

/** The definitions of the portal's catalog. */
export class BackstageDefinitions implements DefinitionCatalog {
  constructor(
    private readonly deps: {
      catalog: CatalogService;
      auth: AuthService;
      integrations: ScmIntegrationRegistry;
      formats: Formats;
    },
  ) {}

  async *heads(): AsyncIterable<WatchedHead[]> {
    const { catalog, auth } = this.deps;
    const credentials = await auth.getOwnServiceCredentials();
    const stretches = catalog.streamEntities(
      {
        filter: [
          { kind: 'api' },
          {
            [`metadata.annotations.${SCHEMA_PATH_ANNOTATION}`]:
              CATALOG_FILTER_EXISTS,
          },
        ],
        fields: headFields,
        pageSize: 500,
      },
      { credentials },
    );
    for await (const entities of stretches) yield entities.map(toHead);
  }

  async find(entityRef: string): Promise<WatchedEntity | undefined> {
    const { catalog, auth, integrations, formats } = this.deps;
    const entity = await catalog.getEntityByRef(entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    return (
      entity &&
      watchedEntity(entity, formats, (path, base) =>
        integrations.resolveUrl({ url: path, base }),
      )
    );
  }
}

function toHead(entity: Entity): WatchedHead {
  return {
    entityRef: stringifyEntityRef(entity),
    etag: entity.metadata.etag ?? null,
    inFile: Boolean(entity.metadata.annotations?.[SCHEMA_PATH_ANNOTATION]),
  };
}
