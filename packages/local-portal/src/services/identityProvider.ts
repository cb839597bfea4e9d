import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import Provider, { type Configuration } from 'oidc-provider';
import type { SamplePerson } from '../people/samplePeople.ts';
import { LOOPBACK } from '../processes/ports.ts';
import { fileAdapter } from './oidcFileAdapter.ts';
import type { Service } from './Service.ts';
import { signInPage } from './signInPage.ts';

/** How the portal reaches the identity provider. */
export interface IdentityProviderConnection {
  /** Its address, which is also the issuer in its tokens. */
  issuer: string;
  metadataUrl: string;
  clientId: string;
  clientSecret: string;
}

/** What {@link startIdentityProvider} needs to know. */
export interface IdentityProviderOptions {
  /** Port to listen on, on 127.0.0.1. */
  port: number;
  /** File that sign-ins are kept in, so that a restart signs nobody out. */
  sessionsFile: string;
  /** Secret that the portal shares with it. */
  clientSecret: string;
  /** Asked at every sign-in, so that a new person need not wait for a restart. */
  people: () => SamplePerson[];
}

const CLIENT_ID = 'backstage';
const CALLBACK = '/api/auth/oidc/handler/frame';
const DAY = 24 * 60 * 60;

/**
 * Starts an OpenID Connect provider in this process. It is a real one (authorization code, signed
 * tokens, refresh) that takes everybody's word: on its page one clicks on the person one wants to be.
 */
export async function startIdentityProvider(
  options: IdentityProviderOptions,
): Promise<Service<IdentityProviderConnection>> {
  const { port, people, clientSecret } = options;
  const issuer = `http://${LOOPBACK}:${port}`;
  const provider = new Provider(issuer, configuration(options));
  allowAnyLocalPortal(provider);

  const handle = provider.callback();
  const server = createServer((request, response) => {
    const uid = /^\/sign-in\/[\w-]+$/.test(request.url ?? '');
    const answer = uid
      ? signIn(provider, people, request, response)
      : Promise.resolve(handle(request, response));
    answer.catch(error => {
      // The usual case: a sign-in page that was left open until its request had expired.
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`Please start again from the portal (${error.message}).`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  return {
    name: 'Sign-in',
    kind: 'emulated',
    origin: 'a local OpenID Connect provider',
    connection: {
      issuer,
      metadataUrl: `${issuer}/.well-known/openid-configuration`,
      clientId: CLIENT_ID,
      clientSecret,
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function configuration({
  clientSecret,
  people,
  sessionsFile,
}: IdentityProviderOptions): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: clientSecret,
        redirect_uris: [`http://localhost:7007${CALLBACK}`],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    adapter: fileAdapter(sessionsFile),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    pkce: { required: () => false },
    scopes: ['openid', 'offline_access', 'profile', 'email'],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'preferred_username'],
    },
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 60,
      Grant: 14 * DAY,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: 14 * DAY,
      Session: 14 * DAY,
    },
    findAccount: async (_context, id) => {
      const person = people().find(one => one.id === id);
      return person && { accountId: id, claims: async () => claimsOf(person) };
    },
    issueRefreshToken: async () => true,
    // Nobody is asked whether the portal may know their name: granted before it is asked.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId,
        accountId: oidc.session?.accountId,
      });
      grant.addOIDCScope('openid profile email offline_access');
      await grant.save();
      return grant;
    },
    renderError: (context, { error, error_description: description }) => {
      context.type = 'text';
      context.body = `The sign-in cannot go on: ${description ?? error}`;
    },
    interactions: { url: (_context, { uid }) => `/sign-in/${uid}` },
    features: { devInteractions: { enabled: false } },
  };
}

function claimsOf({ id, displayName, email }: SamplePerson) {
  return {
    sub: id,
    name: displayName,
    preferred_username: id,
    email,
    // Backstage leaves an address out of the profile that is not said to be verified.
    email_verified: true,
  };
}

/** The portal may be opened as localhost or 127.0.0.1, on any port; nothing else may get a code. */
function allowAnyLocalPortal(provider: Provider): void {
  provider.Client.prototype.redirectUriAllowed = (uri: string) => {
    const { hostname, pathname } = new URL(uri);
    return ['localhost', LOOPBACK].includes(hostname) && pathname === CALLBACK;
  };
}

async function signIn(
  provider: Provider,
  people: () => SamplePerson[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response);
  const everybody = people();
  if (request.method !== 'POST') {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(signInPage(everybody, uid));
    return;
  }
  const login = new URLSearchParams(await bodyOf(request)).get('login');
  if (!everybody.some(({ id }) => id === login)) {
    throw new Error(`nobody here is called ${login}`);
  }
  await provider.interactionFinished(request, response, {
    login: { accountId: login!, remember: false },
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
    if (body.length > 10_000) {
      throw new Error('that is too long');
    }
  }
  return body;
}
