import {
  RELATION_HAS_MEMBER,
  RELATION_PARENT_OF,
} from '@backstage/catalog-model';
import { CatalogEntity } from '../ports/CatalogPort';
import { Member } from './AudienceResolver';

/** The people found so far, and the entities that must be read before the answer is whole. */
export interface PeopleBehind {
  members: Member[];
  unread: string[];
}

function targets(entity: CatalogEntity, relation: string): string[] {
  return entity.relations
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => targetRef);
}

/**
 * The people behind owners, as far as `read` knows the catalog (`undefined`: not read yet; `null`: not there). A user
 * stands for themselves, a group for its direct members; one without members for those of its children, and so on down
 * until somebody is found. Groups that contain each other end the search.
 */
export function peopleBehind(
  ownerRefs: readonly string[],
  read: (entityRef: string) => CatalogEntity | null | undefined,
): PeopleBehind {
  const unread = new Set<string>();

  const usersOf = (ref: string, seen: Set<string>): string[] => {
    if (seen.has(ref)) return [];
    seen.add(ref);
    const entity = read(ref);
    if (entity === undefined) unread.add(ref);
    if (!entity) return [];
    if (entity.kind === 'user') return [ref];
    if (entity.kind !== 'group') return [];
    const direct = targets(entity, RELATION_HAS_MEMBER);
    if (direct.length > 0) return direct;
    return targets(entity, RELATION_PARENT_OF).flatMap(child =>
      usersOf(child, seen),
    );
  };

  const members = [...new Set(ownerRefs)].flatMap(viaOwnerRef =>
    [...new Set(usersOf(viaOwnerRef, new Set()))].map(userRef => ({
      userRef,
      viaOwnerRef,
    })),
  );
  return { members, unread: [...unread] };
}
