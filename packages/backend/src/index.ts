import { createBackend } from '@backstage/backend-defaults';
import { portalHttpRouter } from './http/portalHttpRouter';

const backend = createBackend();
backend.add(portalHttpRouter);

// The portal itself: the built frontend, sign-in, permissions.
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-proxy-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-oidc-provider'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./policy/portalPolicyModule'));
backend.add(import('@backstage/plugin-user-settings-backend'));

// The catalog, and the organisation it shows when `sampleOrganisation` is configured.
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('./sampleOrganisation/sampleOrganisationModule'));

// Search, kept in PostgreSQL.
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

// How the portal reaches people: events between replicas, live signals, notifications.
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));

// ChangeGuard, with the modules that the configuration may choose: Google Pub/Sub as its transport, mail as a channel.
backend.add(import('@changeguard/backstage-plugin-changeguard-backend'));
backend.add(
  import(
    '@changeguard/backstage-plugin-changeguard-backend-module-google-pubsub'
  ),
);
backend.add(
  import('@changeguard/backstage-plugin-changeguard-backend-module-email'),
);

// Actions that plugins register, offered as MCP tools.
backend.add(import('@backstage/plugin-mcp-actions-backend'));

// What the speed of ChangeGuard is measured against; does nothing unless the bench asks for it.
backend.add(import('./floor/floorPlugin'));

// Backstage logs a rejection that nobody handles, and lives on: what could not start must end, so that whoever started it learns of it.
backend.start().catch(error => {
  console.error(error);
  process.exit(1);
});
