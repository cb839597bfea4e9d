import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { stringify } from 'yaml';
import { SAMPLE_ORGANISATION } from '../people/samplePeople.ts';
import { LOOPBACK } from '../processes/ports.ts';
import type { PortalServices } from '../startServices.ts';
import { INSTANCE_HEADER } from './readiness.ts';

/**
 * A tree of Backstage configuration.
 *
 * @public
 */
export type ConfigTree = {
  [key: string]:
    | ConfigTree
    | string
    | number
    | boolean
    | ConfigTree[]
    | string[]
    | undefined;
};

/** What the configuration depends on besides the services. */
export interface PortalConfigOptions {
  /** Address under which browsers see the backend. */
  backendUrl: string;
  /** Address under which browsers see the app; the same unless it has hot reload. */
  appUrl: string;
  /** Port of the backend, on 127.0.0.1. */
  port: number;
  /** Put before the names of the portal's databases, for several portals on one PostgreSQL. */
  databasePrefix?: string;
  /** By which the backend is known from another one that answers at its port. */
  instance?: string;
}

/** What a local start adds to app-config.yaml: where the services are, and who may sign in. */
export function portalConfig(
  services: PortalServices,
  options: PortalConfigOptions,
): ConfigTree {
  const { backendUrl, appUrl, port, databasePrefix, instance } = options;
  const { secrets } = services;
  const {
    host,
    port: databasePort,
    user,
    password,
  } = services.postgres.connection;
  const { metadataUrl, clientId, clientSecret } =
    services.identityProvider.connection;
  return {
    // The cache is for browsers that still hold an older deployment's page; it costs seconds per start.
    app: { baseUrl: appUrl, disableStaticFallbackCache: true },
    backend: {
      baseUrl: backendUrl,
      listen: { host: LOOPBACK, port },
      cors: { origin: appUrl },
      ...(instance && { health: { headers: { [INSTANCE_HEADER]: instance } } }),
      database: {
        client: 'pg',
        connection: { host, port: databasePort, user, password },
        ...(databasePrefix && { prefix: databasePrefix }),
      },
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: { token: secrets.serviceToken, subject: 'local-scripts' },
          },
        ],
      },
    },
    auth: {
      environment: 'development',
      session: { secret: secrets.sessionSecret },
      providers: {
        oidc: {
          development: {
            metadataUrl,
            clientId,
            clientSecret,
            // Asks who one is at every sign-in, so that one browser can be several people in turn.
            prompt: 'login',
            signIn: {
              resolvers: [{ resolver: 'emailMatchingUserEntityProfileEmail' }],
            },
          },
        },
      },
    },
    events: { useEventBus: 'never' },
    // The files of the checkout, not the built copy: an edited definition shows at once.
    sampleOrganisation: { enabled: true, folder: SAMPLE_ORGANISATION },
    changeguard: changeguardConfig(services),
  };
}

function changeguardConfig(services: PortalServices): ConfigTree {
  const { secrets, pubsub, redis, mailbox } = services;
  return {
    transport: pubsub ? 'google-pubsub' : 'postgres',
    ...(pubsub && {
      googlePubSub: {
        projectId: pubsub.connection.projectId,
        emulatorHost: pubsub.connection.emulatorHost,
        // The emulator keeps a thread per ordering key for ever; changes share these.
        orderingKeys: 32,
      },
    }),
    ...(redis && { cache: { redisUrl: redis.connection.url } }),
    email: {
      enabled: true,
      from: 'ChangeGuard <changeguard@example.com>',
      smtp: { ...mailbox.connection.smtp },
    },
    signing: { keys: [{ id: 'local', secret: secrets.signingSecret }] },
    audit: { checkpointKey: secrets.checkpointKey },
    // An edited definition of the sample organisation shows while one still looks.
    detection: { interval: { seconds: 10 } },
  };
}

/** Writes a configuration to a file that only its owner may read, for it holds secrets. */
export function writeConfig(file: string, config: ConfigTree): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    `# Written anew at every start: change app-config.yaml instead.\n${stringify(
      config,
    )}`,
    { mode: 0o600 },
  );
}
