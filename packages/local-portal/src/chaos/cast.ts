/** Who plays a story: one who changes an entity of theirs, and one who answers for an entity that depends on it. */
export interface Cast {
  entityRef: string;
  provider: string;
  consumer: string;
  consumerRef: string;
}

/** Pairs of the sample organisation. */
export const CASTS: readonly Cast[] = [
  {
    entityRef: 'api:default/orders-api',
    provider: 'alice',
    consumer: 'bob',
    consumerRef: 'component:default/checkout-web',
  },
  {
    entityRef: 'api:default/payments-api',
    provider: 'erin',
    consumer: 'henry',
    consumerRef: 'component:default/orders-service',
  },
  {
    entityRef: 'api:default/search-api',
    provider: 'jonas',
    consumer: 'grace',
    consumerRef: 'component:default/mobile-gateway',
  },
];

/** As the catalog calls a person. */
export function userRef(person: string): string {
  return `user:default/${person}`;
}
