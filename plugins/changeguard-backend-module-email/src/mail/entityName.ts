/** The name in an entity ref: `orders-api` of `api:default/orders-api`. A malformed ref is its own name. */
export function entityName(entityRef: string): string {
  return entityRef.slice(entityRef.lastIndexOf('/') + 1) || entityRef;
}
