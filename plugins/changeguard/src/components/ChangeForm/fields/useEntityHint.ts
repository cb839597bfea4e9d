import { useCatalogEntity } from '../../../hooks/useCatalogEntity';
import { useTexts } from '../../../hooks/useTexts';
import { isOwnedBy } from './isOwnedBy';

/** What stands against recording a change to an entity, said before everything else is typed. */
export function useEntityHint(
  entityRef: string,
  options: { owners: readonly string[]; fixed: boolean },
): string | undefined {
  const t = useTexts();
  const { value: entity } = useCatalogEntity(entityRef);
  if (!entityRef || options.fixed || entity === undefined) return undefined;
  if (entity === null) return t('changeForm.entity.unknown');
  return options.owners.length > 0 && !isOwnedBy(entity, options.owners)
    ? t('changeForm.entity.notOwner')
    : undefined;
}
