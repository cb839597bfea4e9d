import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { CatalogEntity, CatalogPort } from '../ports/CatalogPort';

/** Refs per request: with the longest refs still below the 100 KB that the catalog takes in one body. */
const batchSize = 200;

const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'relations',
  'spec.profile',
];

function toText(value: unknown): string | undefined {
  return typeof value === 'string' && value.length > 0 ? value : undefined;
}

function toCatalogEntity(entity: Entity): CatalogEntity {
  const relations = (entity.relations ?? []).map(({ type, targetRef }) => ({
    type,
    targetRef,
  }));
  const profile = entity.spec?.profile;
  const known =
    profile && typeof profile === 'object' && !Array.isArray(profile)
      ? profile
      : undefined;
  return {
    entityRef: stringifyEntityRef(entity),
    kind: entity.kind.toLocaleLowerCase('en-US'),
    ownerRefs: relations
      .filter(({ type }) => type === RELATION_OWNED_BY)
      .map(({ targetRef }) => targetRef),
    relations,
    profile: known && {
      displayName: toText(known.displayName),
      email: toText(known.email),
    },
  };
}

/** The portal's catalog, read with the plugin's own credentials: who is affected must not depend on who asks. */
export class BackstageCatalog implements CatalogPort {
  constructor(
    private readonly deps: { catalog: CatalogService; auth: AuthService },
  ) {}

  async getEntities(
    entityRefs: readonly string[],
  ): Promise<(CatalogEntity | null)[]> {
    if (entityRefs.length === 0) return [];
    const credentials = await this.deps.auth.getOwnServiceCredentials();
    const entities: (CatalogEntity | null)[] = [];
    for (let from = 0; from < entityRefs.length; from += batchSize) {
      const { items } = await this.deps.catalog.getEntitiesByRefs(
        { entityRefs: entityRefs.slice(from, from + batchSize), fields },
        { credentials },
      );
      for (const item of items) {
        entities.push(item ? toCatalogEntity(item) : null);
      }
    }
    return entities;
  }
}
