/** As much of a browser as a sign-in needs: remembers cookies per host and port, follows nothing. */
export class CookieJar {
  readonly #cookies = new Map<string, Map<string, string>>();

  /**
   * @param form - sent as a form's POST; without it, a GET
   */
  async fetch(url: string, form?: URLSearchParams): Promise<Response> {
    const { host } = new URL(url);
    const mine = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, mine);
    const cookie = [...mine].map(([name, value]) => `${name}=${value}`);
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      body: form,
      redirect: 'manual',
      headers: { cookie: cookie.join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      if (value) {
        mine.set(name, value);
      } else {
        mine.delete(name);
      }
    }
    return response;
  }
}
