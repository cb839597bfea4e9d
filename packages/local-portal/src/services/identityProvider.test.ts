import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { CookieJar } from '../portal/CookieJar.ts';
import { freePort } from '../processes/ports.ts';
import {
  startIdentityProvider,
  type IdentityProviderConnection,
} from './identityProvider.ts';
import type { Service } from './Service.ts';

const PEOPLE = ['alice', 'bob'].map(id => ({
  id,
  displayName: `${id} <the person>`,
  email: `${id}@example.com`,
  teams: ['team'],
}));

describe('the identity provider', () => {
  let folder: string;
  let provider: Service<IdentityProviderConnection>;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'idp-test-'));
    provider = await startIdentityProvider({
      port: await freePort(),
      sessionsFile: join(folder, 'sign-ins.json'),
      clientSecret: 'shared',
      people: () => PEOPLE,
    });
  });
  after(async () => {
    await provider.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function authorization(redirectUri: string): string {
    const { issuer, clientId } = provider.connection;
    return `${issuer}/auth?${new URLSearchParams({
      client_id: clientId,
      response_type: 'code',
      scope: 'openid profile email offline_access',
      redirect_uri: redirectUri,
    })}`;
  }

  async function signInPage(jar: CookieJar, redirectUri: string) {
    const response = await jar.fetch(authorization(redirectUri));
    const location = response.headers.get('location') ?? '';
    const url = new URL(location, provider.connection.issuer).href;
    return { url, page: await (await jar.fetch(url)).text() };
  }

  /** Follows the redirects that lead back to the portal. */
  async function codeFor(person: string, redirectUri: string) {
    const jar = new CookieJar();
    let { url } = await signInPage(jar, redirectUri);
    let response = await jar.fetch(url, new URLSearchParams({ login: person }));
    while (!url.startsWith(redirectUri)) {
      url = new URL(response.headers.get('location') ?? '', url).href;
      if (!url.startsWith(redirectUri)) {
        response = await jar.fetch(url);
      }
    }
    return new URL(url).searchParams.get('code');
  }

  async function profileOf(person: string, portal: string): Promise<unknown> {
    const redirectUri = `${portal}/api/auth/oidc/handler/frame`;
    const code = await codeFor(person, redirectUri);
    const { issuer, clientId, clientSecret } = provider.connection;
    const basic = Buffer.from(`${clientId}:${clientSecret}`);
    const tokens = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic.toString('base64')}` },
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: code ?? '',
        redirect_uri: redirectUri,
      }),
    });
    const { access_token, refresh_token } = (await tokens.json()) as {
      access_token: string;
      refresh_token: string;
    };
    assert.ok(refresh_token);
    const profile = await fetch(`${issuer}/me`, {
      headers: { authorization: `Bearer ${access_token}` },
    });
    return profile.json();
  }

  it('signs the chosen person in to a portal on any port, as localhost or 127.0.0.1', async () => {
    const bob = {
      sub: 'bob',
      name: 'bob <the person>',
      preferred_username: 'bob',
      email: 'bob@example.com',
      email_verified: true,
    };
    assert.deepEqual(await profileOf('bob', 'http://localhost:7007'), bob);
    assert.deepEqual(await profileOf('bob', 'http://127.0.0.1:18123'), bob);
  });

  it('lists everybody on its page, with their names escaped', async () => {
    const { page } = await signInPage(
      new CookieJar(),
      'http://localhost:7007/api/auth/oidc/handler/frame',
    );
    assert.match(page, /value="alice"/);
    assert.match(page, /bob &lt;the person&gt;/);
  });

  it('hands a code to no address but a portal’s on this machine', async () => {
    for (const foreign of [
      'http://example.com/api/auth/oidc/handler/frame',
      'http://localhost:7007/elsewhere',
    ]) {
      const response = await new CookieJar().fetch(authorization(foreign));
      assert.equal(response.status, 400);
    }
  });
});
