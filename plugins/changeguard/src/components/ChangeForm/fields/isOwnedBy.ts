import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';

/** Whether one of the given owners owns an entity. */
export function isOwnedBy(entity: Entity, owners: readonly string[]): boolean {
  return (entity.relations ?? []).some(
    ({ type, targetRef }) =>
      type === RELATION_OWNED_BY && owners.includes(targetRef),
  );
}
