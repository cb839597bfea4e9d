import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { SchemaChange } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  changeGuardRouteRef,
} from '@changeguard/backstage-plugin-changeguard-react';
import {
  sampleChangeDetail,
  StubbedOperations,
  stubChangeGuardApi,
} from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { ChangePage } from '../ChangePage';

/** Opens the page of a change as Alice; what is not stubbed is empty. */
export function renderChangePage(
  changed: Partial<SchemaChange> = {},
  operations: StubbedOperations = {},
) {
  const change = sampleChangeDetail({
    id: '00000000-0000-7000-8000-00000000aaaa',
    ...changed,
  });
  const api = stubChangeGuardApi({
    getSchemaChange: () => change,
    listConsumers: () => ({
      state: 'complete',
      items: [],
      nextCursor: null,
      hidden: 0,
    }),
    listComments: () => ({ items: [], nextCursor: null }),
    listChangeAudit: () => ({ items: [], nextCursor: null }),
    getSubscription: () => ({ entityRef: change.entityRef, mode: null }),
    ...operations,
  });
  renderInTestApp(<ChangePage />, {
    mountPath: '/changeguard/changes/:id',
    initialRouteEntries: [`/changeguard/changes/${change.id}`],
    mountedRoutes: {
      '/changeguard': changeGuardRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    apis: [
      [changeGuardApiRef, api],
      [
        catalogApiRef,
        catalogApiMock({
          entities: ['bob', 'bea'].map(name => ({
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'User',
            metadata: { name, namespace: 'default' },
            spec: { profile: { displayName: `${name} of Checkout` } },
          })),
        }),
      ],
      mockApis.identity({
        userEntityRef: 'user:default/alice',
        ownershipEntityRefs: [
          'user:default/alice',
          'group:default/team-orders',
        ],
      }),
    ],
  });
  return { api, change };
}
