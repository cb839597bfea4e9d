import { CatalogStep } from '@changeguard/backstage-plugin-changeguard-common';

/** What ChangeGuard needs of a catalog entity. */
export interface CatalogEntity {
  entityRef: string;
  kind: string;
  ownerRefs: string[];
  relations: { type: string; targetRef: string }[];
  profile?: { displayName?: string; email?: string };
}

/**
 * The catalog, read with the plugin's own credentials. Every call may fail; `getEntities` answers null for an entity that is
 * not there.
 */
export interface CatalogPort {
  getEntities(entityRefs: readonly string[]): Promise<(CatalogEntity | null)[]>;
}

/** A relation by which a consumer depends on what it uses, seen from the used entity. */
export type ConsumerRelation = Pick<CatalogStep, 'type'> & { inverse: string };
