import { parseEntityRef } from '@backstage/catalog-model';

/** Up to two letters that stand for a person or team: `mary.miller` is MM, `bob` is B. */
export function initialsOf(entityRef: string): string {
  return parseEntityRef(entityRef)
    .name.split(/[._-]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map(part => part[0].toLocaleUpperCase('en-US'))
    .join('');
}
