import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  changeGuardApiRef,
  changeGuardRouteRef,
} from '@changeguard/backstage-plugin-changeguard-react';
import {
  StubbedOperations,
  stubChangeGuardApi,
} from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { Link, Route, Routes } from 'react-router-dom';
import { Themed } from '../../Comparison/__testUtils__/Themed';
import { EditPage } from '../EditPage';
import { RecordPage } from '../RecordPage';

function entity(kind: string, name: string, type: string, owner: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: { type },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

const entities = [
  entity('API', 'orders-api', 'openapi', 'group:default/team-orders'),
  entity('API', 'stock-api', 'grpc', 'group:default/team-stock'),
  entity('Resource', 'orders-db', 'database', 'group:default/team-orders'),
];

/** Opens the form at a path below `/changeguard/changes` as Alice of the orders team; the page it leads to says `stored`, the one that cancelling leads to has a link back. */
export function renderForm(path: string, operations: StubbedOperations = {}) {
  const api = stubChangeGuardApi({
    previewAudience: ({ body }) => ({
      entityRef: body.entityRef,
      state: 'complete',
      consumers: [
        {
          entityRef: 'component:default/checkout-web',
          ownerRefs: ['group:default/team-checkout'],
          direct: true,
          paths: [
            [
              {
                from: 'component:default/checkout-web',
                type: 'consumesApi',
                to: body.entityRef,
              },
            ],
          ],
          people: 3,
          reachable: true,
        },
        {
          entityRef: 'component:default/kiosk',
          ownerRefs: ['user:default/mateo'],
          direct: true,
          paths: [],
          people: 0,
          reachable: false,
        },
      ],
      hidden: 1,
      people: 12,
      teams: 5,
      followers: 0,
    }),
    ...operations,
  });
  const { unmount } = renderInTestApp(
    <Themed>
      <Routes>
        <Route
          path="/changeguard/changes"
          element={<Link to={`/changeguard/changes${path}`}>Come back</Link>}
        />
        <Route path="/changeguard/changes/new" element={<RecordPage />} />
        <Route path="/changeguard/changes/:id/edit" element={<EditPage />} />
        <Route path="/changeguard/changes/:id" element={<>stored</>} />
      </Routes>
    </Themed>,
    {
      initialRouteEntries: [`/changeguard/changes${path}`],
      mountedRoutes: {
        '/changeguard': changeGuardRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      apis: [
        [changeGuardApiRef, api],
        [catalogApiRef, catalogApiMock({ entities })],
        mockApis.identity({
          userEntityRef: 'user:default/alice',
          ownershipEntityRefs: [
            'user:default/alice',
            'group:default/team-orders',
          ],
        }),
      ],
    },
  );
  return { api, unmount };
}
