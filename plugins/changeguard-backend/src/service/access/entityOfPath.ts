import { stringifyEntityRef } from '@backstage/catalog-model';

/** The entity that a path names, in the form in which it is stored. */
export function entityOfPath(params: {
  kind: string;
  namespace: string;
  name: string;
}): string {
  return stringifyEntityRef(params);
}
