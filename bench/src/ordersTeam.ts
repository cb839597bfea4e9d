/** Alice's team in the sample organisation, and what it owns; the first is what she records changes to. */
const ownerRef = 'group:default/team-orders';

export const ordersTeam = {
  ownerRef,
  entities: [
    'api:default/orders-api',
    'api:default/order-events',
    'component:default/orders-service',
    'resource:default/orders-db',
  ].map(entityRef => ({ entityRef, ownerRef })),
};
