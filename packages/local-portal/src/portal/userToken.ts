import { CookieJar } from './CookieJar.ts';

/** What a portal answers at the end of a sign-in. */
interface SignInAnswer {
  error?: { message?: string };
  response?: { backstageIdentity?: { token: string } };
}

/** More hops than any sign-in takes. */
const MAX_HOPS = 15;

/**
 * Signs somebody in to a local portal as a browser would, and hands over the Backstage token that the
 * browser would get. Good for an hour.
 *
 * @public
 * @param person - name of a User entity of the sample organisation, such as `alice`
 * @param baseUrl - the portal, such as `http://localhost:7007`
 * @throws Error when the portal refuses the person, with the portal's reason
 */
export async function userToken(
  person: string,
  baseUrl: string,
): Promise<string> {
  const jar = new CookieJar();
  const query = new URLSearchParams({
    env: 'development',
    scope: 'openid profile email',
  });
  let url = `${baseUrl}/api/auth/oidc/start?${query}`;
  let form: URLSearchParams | undefined;
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const response = await jar.fetch(url, form);
    form = undefined;
    const location = response.headers.get('location');
    if (location) {
      url = new URL(location, url).href;
    } else if (new URL(url).pathname.startsWith('/sign-in/') && response.ok) {
      form = new URLSearchParams({ login: person });
    } else {
      return tokenIn(await response.text(), person);
    }
  }
  throw new Error(`Signing in as ${person} went round in circles`);
}

/** The last page of the sign-in hands its answer to the window that opened it, in a script. */
function tokenIn(page: string, person: string): string {
  const answer = /authResponse = decodeURIComponent\('([^']+)'\)/.exec(page);
  if (!answer) {
    throw new Error(
      `The portal did not let ${person} in: ${page.slice(0, 300)}`,
    );
  }
  const { error, response } = JSON.parse(
    decodeURIComponent(answer[1]),
  ) as SignInAnswer;
  const token = response?.backstageIdentity?.token;
  if (!token) {
    throw new Error(
      `The portal did not let ${person} in: ${error?.message ?? 'no token'}`,
    );
  }
  return token;
}
