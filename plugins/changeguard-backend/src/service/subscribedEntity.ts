import { stringifyEntityRef } from '@backstage/catalog-model';

/** The entity that a subscription's path names, in the form in which it is stored. */
export function subscribedEntity(params: {
  kind: string;
  namespace: string;
  name: string;
}): string {
  return stringifyEntityRef(params);
}
