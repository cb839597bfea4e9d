import { CatalogStep } from '@changeguard/backstage-plugin-changeguard-common';

/** A person, and the owner they stand for. */
export interface Member {
  userRef: string;
  viaOwnerRef: string;
}

export interface ResolvedConsumer {
  entityRef: string;
  ownerRefs: string[];
  direct: boolean;
  /** From the consumer to the changed entity, shortest first. */
  paths: CatalogStep[][];
  evidence: { kind: string; summary: string }[];
  members: Member[];
}

/** Who is affected by a change to an entity, and who stands behind it. */
export interface ResolvedAudience {
  entityRef: string;
  /** Whether the changed entity is in the catalog. */
  found: boolean;
  ownerRefs: string[];
  providerMembers: Member[];
  consumers: ResolvedConsumer[];
  /** `partial` when some of the catalog, or a provider of audiences, could not be read. */
  state: 'complete' | 'partial';
  /** Why the catalog could not be read whole; undefined when it could. */
  catalogFailure?: unknown;
}

/** Asks the catalog, with the plugin's own credentials, who is affected. */
export interface AudienceResolver {
  /** @throws Error - when nothing could be read at all. */
  resolve(
    entityRef: string,
    context?: { signal?: AbortSignal },
  ): Promise<ResolvedAudience>;
  /** The people behind users and groups: direct members of a group, or of its children when it has none. */
  expandOwners(ownerRefs: readonly string[]): Promise<Member[]>;
}
