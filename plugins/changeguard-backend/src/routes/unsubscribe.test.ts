import { Knex } from 'knex';
import { ApiBench } from '../__testUtils__/ApiBench';
import { createTestDatabase } from '../__testUtils__/PipelineBench';
import { SignedUnsubscribeLinks } from '../signing/SignedUnsubscribeLinks';
import { Signer } from '../signing/Signer';
import { unsubscribePage } from './unsubscribePage';

jest.setTimeout(60_000);

describe('the unsubscribe link of a mail', () => {
  let knex: Knex;
  let api: ApiBench;
  let link: string;

  beforeAll(async () => {
    knex = await createTestDatabase();
    api = await ApiBench.start(knex);
    link = await new SignedUnsubscribeLinks(
      new Signer([{ id: 'test', secret: 's'.repeat(40) }]),
      async () => api.baseUrl,
    ).forRecipient('user:default/bob');
  });

  afterAll(async () => {
    await api?.stop();
  });

  const mail = async () =>
    (await api.call('bob', 'get', '/preferences')).body.email;

  it('shows a button and does nothing else, without signing in', async () => {
    const response = await fetch(link);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toContain(
      "default-src 'none'",
    );
    const html = await response.text();
    expect(html).toContain('user:default/bob');
    expect(html).toContain('<form method="post">');
    expect(await mail()).toBe(true);
  });

  it('acts on the one click of a mail program, as often as it likes', async () => {
    const topics = (await api.call('bob', 'get', '/preferences')).body.topics;
    await api.call('bob', 'put', '/preferences', {
      email: true,
      topics: { ...topics, discussion: { inApp: false, email: true } },
    });
    for (let click = 0; click < 2; click++) {
      const response = await fetch(link, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      });
      expect(response.status).toBe(200);
      expect(await response.text()).toContain(
        'https://portal.example.com/changeguard/preferences',
      );
    }
    const { body } = await api.call('bob', 'get', '/preferences');
    expect(body.email).toBe(false);
    expect(body.topics.discussion.inApp).toBe(false);
    // Once: the second click changed nothing.
    const records = await knex('audit_records').where({ origin: 'link' });
    expect(records).toMatchObject([
      {
        action: 'preferences.set',
        outcome: 'success',
        actor: 'user:default/bob',
        actor_type: 'user',
        before: { email: true },
        after: { email: false },
        address: expect.any(String),
      },
    ]);
  });

  it('works for nobody else', async () => {
    for (const bad of [`${link}x`, link.split('?')[0], `${link}&token=b`]) {
      const response = await fetch(bad, { method: 'POST' });
      expect(response.status).toBe(400);
    }
    expect((await api.call('alice', 'get', '/preferences')).body.email).toBe(
      true,
    );
  });

  it('escapes whom it names', () => {
    const html = unsubscribePage({
      state: 'asking',
      recipient: `<script>alert("x")</script>'&`,
    });
    expect(html).not.toContain('<script>');
    expect(html).toContain(
      '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&amp;',
    );
  });
});
