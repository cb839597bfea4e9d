import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { endConnections } from './endConnections';

/** Answers that are under way when the portal has stopped everything else have this long. */
const GRACE_MS = 3_000;

/**
 * Backstage's HTTP server, which stops in time. By itself it waits for every answer, and the event bus of several replicas holds one open
 * for each subscription, for up to 55 s: longer than an orchestrator waits before it kills.
 */
export const portalHttpRouter = rootHttpRouterServiceFactory({
  configure({ server, lifecycle, applyDefaults }) {
    applyDefaults();
    lifecycle.addShutdownHook(() => endConnections(server, GRACE_MS));
  },
});
