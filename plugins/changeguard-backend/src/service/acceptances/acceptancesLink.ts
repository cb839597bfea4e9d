import { parseEntityRef } from '@backstage/catalog-model';

/** Where an entity's ChangeGuard page is, inside the portal. */
export function entityLink(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const parts = [namespace, kind, name].map(part =>
    encodeURIComponent(part.toLocaleLowerCase('en-US')),
  );
  return `/catalog/${parts.join('/')}/changeguard`;
}
