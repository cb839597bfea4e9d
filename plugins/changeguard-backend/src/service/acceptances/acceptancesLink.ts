import { parseEntityRef } from '@backstage/catalog-model';

/** Where an entity's accepted findings are, with who accepted them and why: its page of revisions, inside the portal. */
export function acceptancesLink(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const parts = [namespace, kind, name].map(part =>
    encodeURIComponent(part.toLocaleLowerCase('en-US')),
  );
  return `/changeguard/compare/${parts.join('/')}`;
}
