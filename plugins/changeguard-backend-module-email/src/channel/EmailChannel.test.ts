import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ConflictError } from '@backstage/errors';
import {
  sampleDelivery,
  sampleMessage,
  sampleUser,
} from '../__testUtils__/sample';
import { TestMailServer } from '../__testUtils__/TestMailServer';
import { SmtpMailer } from '../smtp/SmtpMailer';
import { EmailChannel, EmailChannelDeps } from './EmailChannel';
import { RecipientDirectory } from './RecipientDirectory';
import { SmtpHealth } from './SmtpHealth';

const people = [
  sampleUser('bob', { displayName: 'Bob Builder', email: 'bob@example.com' }),
  sampleUser('alice', {
    displayName: 'Alice Ärmel',
    email: 'alice@example.com',
  }),
  sampleUser('nomail', { displayName: 'No Mail' }),
  { ...sampleUser('noprofile', {}), spec: { memberOf: ['group:x/y'] } },
  sampleUser('two', { email: 'a@example.com,b@example.com' }),
  sampleUser('crlf', { email: 'bob@example.com\r\nBcc: eve@example.com' }),
  sampleUser('inject', {
    displayName: 'Bob\r\nBcc: eve@example.com',
    email: 'bob@example.com',
  }),
];
const unsubscribe =
  'https://portal.example.com/api/changeguard/unsubscribe?token=abc.def&to=bob';
const timeouts = {
  connection: 2_000,
  greeting: 200,
  socket: 200,
  attempt: 5_000,
};

describe('EmailChannel', () => {
  let server: TestMailServer;
  let mailer: SmtpMailer;

  const channel = (overrides: Partial<EmailChannelDeps> = {}) =>
    new EmailChannel({
      config: {
        from: { name: 'ChangeGuard', address: 'guard@portal.example.com' },
        replyTo: { name: 'API guild', address: 'guild@example.com' },
        portalUrl: 'https://portal.example.com/backstage',
      },
      directory: new RecipientDirectory({
        auth: mockServices.auth(),
        catalog: catalogServiceMock({ entities: people }),
      }),
      links: { forRecipient: async () => unsubscribe },
      mailer,
      health: new SmtpHealth(mailer),
      ...overrides,
    });
  const send = async (
    message = sampleMessage(),
    delivery = sampleDelivery(),
    over: EmailChannel = channel(),
  ) => {
    const { signal } = new AbortController();
    const [outcome] = await over.send(message, [delivery], { signal });
    return outcome;
  };
  const header = (name: string, mail = server.taken[0]) =>
    mail.parsed.headers.find(({ key }) => key === name)?.value;

  beforeEach(async () => {
    server = await TestMailServer.start();
    mailer = new SmtpMailer(
      {
        host: '127.0.0.1',
        port: server.port,
        secure: false,
        requireTls: false,
        auth: null,
      },
      timeouts,
    );
  });

  afterEach(async () => {
    mailer.close();
    await server.stop();
  });

  it('sends one mail with both parts to the one recipient', async () => {
    expect(await send()).toEqual({ outcome: 'delivered' });
    expect(server.taken).toHaveLength(1);
    const [{ envelope, parsed }] = server.taken;
    expect(envelope).toEqual({
      from: 'guard@portal.example.com',
      to: ['bob@example.com'],
    });
    expect(parsed.to).toEqual([
      { name: 'Bob Builder', address: 'bob@example.com' },
    ]);
    expect(parsed.replyTo).toEqual([
      { name: 'API guild', address: 'guild@example.com' },
    ]);
    expect(parsed.subject).toBe(
      '[orders-api] Announced: Remove legacyId (effective 12 Dec)',
    );
    for (const part of [parsed.html, parsed.text]) {
      expect(part).toContain('Remove legacyId');
      expect(part).toContain('12 December 2026');
      expect(part).toContain('1 March 2027');
      expect(part).toContain(
        'The response lost the required property legacyId',
      );
      expect(part).toContain('the field id');
      expect(part).toContain('you own component:default/checkout-web');
      expect(part).toContain(
        'https://portal.example.com/backstage/changeguard/changes/019ab000-0000-7000-8000-0000000000c1',
      );
    }
    expect(parsed.html).toContain('<strong>legacyId</strong>');
    expect(parsed.html).toContain(unsubscribe.replace('&', '&amp;'));
    expect(parsed.text).toContain(unsubscribe);
  });

  it('carries what mail programs need to thread, unsubscribe and not answer', async () => {
    await send();
    const root =
      '<changeguard.change.019ab000-0000-7000-8000-0000000000c1@portal.example.com>';
    expect(header('in-reply-to')).toBe(root);
    expect(header('references')).toBe(root);
    expect(header('list-unsubscribe')).toBe(`<${unsubscribe}>`);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('list-id')).toBe(
      'ChangeGuard <changeguard.portal.example.com>',
    );
    expect(header('auto-submitted')).toBe('auto-generated');
  });

  it('names the author of a comment as the catalog does', async () => {
    await send(
      sampleMessage({
        type: 'mentioned',
        comment: { author: 'user:default/alice', body: 'When? cc @bob' },
      }),
    );
    const [{ parsed }] = server.taken;
    expect(parsed.subject).toBe(
      '[orders-api] You were mentioned: Remove legacyId',
    );
    expect(parsed.text).toContain('Alice Ärmel mentioned you in a comment.');
    expect(parsed.text).toContain('> When? cc @bob');
  });

  it('names the trace it was sent in', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const { signal } = new AbortController();
    await channel().send(sampleMessage(), [sampleDelivery()], {
      signal,
      traceparent: `00-${trace}-00f067aa0ba902b7-01`,
    });
    expect(header('x-changeguard-trace')).toBe(trace);
    await send(sampleMessage(), sampleDelivery({ id: 'second' }));
    expect(header('x-changeguard-trace', server.taken[1])).toBeUndefined();
  });

  it('repeats the Message-ID when a server took the mail but its answer was lost', async () => {
    server.behaviour = { dropBeforeReply: true };
    const lost = await send();
    expect(lost.outcome).toBe('failed');
    expect(server.taken).toHaveLength(1);
    server.behaviour = {};
    expect(await send(sampleMessage(), sampleDelivery({ attempt: 2 }))).toEqual(
      { outcome: 'delivered' },
    );
    const [first, second] = server.taken.map(mail => mail.parsed.messageId);
    expect(first).toBe(
      '<changeguard.delivery.019ab000-0000-7000-8000-0000000000d1@portal.example.com>',
    );
    expect(second).toBe(first);
  });

  it('retries a greylisted recipient', async () => {
    server.behaviour = {
      refuseRecipient: { code: 450, words: '4.7.1 Greylisted, come back' },
    };
    expect(await send()).toEqual({
      outcome: 'failed',
      message: `The SMTP server 127.0.0.1:${server.port} answered: 450 4.7.1 Greylisted, come back`,
    });
    server.behaviour = {};
    expect(await send()).toEqual({ outcome: 'delivered' });
  });

  it('does not send a mail twice by itself over a connection that was fine before', async () => {
    await send(sampleMessage(), sampleDelivery({ id: 'first' }));
    server.behaviour = { dropBeforeReply: true };
    expect((await send()).outcome).toBe('failed');
    expect(server.taken).toHaveLength(2);
    expect(server.connections).toBe(1);
  });

  it('gives up on a mailbox that does not exist, and says what the server said', async () => {
    server.behaviour = {
      refuseRecipient: { code: 550, words: '5.1.1 No such user here' },
    };
    expect(await send()).toEqual({
      outcome: 'undeliverable',
      message: `The SMTP server 127.0.0.1:${server.port} answered: 550 5.1.1 No such user here`,
    });
    expect(server.taken).toHaveLength(0);
  });

  it('gives up on a mail the server refuses for good', async () => {
    server.behaviour = { refuseMail: { code: 554, words: '5.7.1 Spam' } };
    expect((await send()).outcome).toBe('rejected');
  });

  it.each(['greeting', 'reply'] as const)(
    'fails within the time-out when the server never sends its %s',
    async hang => {
      server.behaviour = { hang };
      expect((await send()).outcome).toBe('failed');
    },
  );

  it('fails at its deadline when the server is never silent and never done', async () => {
    mailer.close();
    mailer = new SmtpMailer(
      {
        host: '127.0.0.1',
        port: server.port,
        secure: false,
        requireTls: false,
        auth: null,
      },
      { connection: 60_000, greeting: 60_000, socket: 60_000, attempt: 300 },
    );
    server.behaviour = { hang: 'reply' };
    expect(await send()).toEqual({
      outcome: 'failed',
      message: `The SMTP server 127.0.0.1:${server.port} did not finish within 300 ms`,
    });
  });

  it('fails when it is told to stop', async () => {
    server.behaviour = { hang: 'greeting' };
    const outcomes = channel().send(sampleMessage(), [sampleDelivery()], {
      signal: AbortSignal.abort(),
    });
    expect((await outcomes)[0].outcome).toBe('failed');
  });

  it('fails while the server is away', async () => {
    await server.stop();
    expect((await send()).outcome).toBe('failed');
    server = await TestMailServer.start();
  });

  it.each([
    ['nomail', 'user:default/nomail has no mail address in the catalog'],
    ['noprofile', 'user:default/noprofile has no mail address in the catalog'],
    ['nobody', 'user:default/nobody is not a user in the catalog'],
    ['two', 'user:default/two has a malformed mail address in the catalog'],
    ['crlf', 'user:default/crlf has a malformed mail address in the catalog'],
  ])('sends nothing to %s and says why', async (name, message) => {
    const delivery = sampleDelivery({ recipient: `user:default/${name}` });
    expect(await send(sampleMessage(), delivery)).toEqual({
      outcome: 'undeliverable',
      message,
    });
    expect(server.connections).toBe(0);
  });

  it('lets no name, title or reason add a header', async () => {
    const evil = 'x\r\nBcc: eve@example.com\r\n\r\n<script>alert(1)</script>';
    const outcome = await send(
      sampleMessage({
        change: { title: evil },
        entityRef: `api:default/${evil}`,
      }),
      sampleDelivery({
        id: evil,
        recipient: 'user:default/inject',
        reason: evil,
      }),
    );
    expect(outcome).toEqual({ outcome: 'delivered' });
    const [{ envelope, parsed }] = server.taken;
    expect(envelope.to).toEqual(['bob@example.com']);
    expect(parsed.bcc).toBeUndefined();
    expect(parsed.to).toEqual([
      { name: 'Bob Bcc: eve@example.com', address: 'bob@example.com' },
    ]);
    expect(parsed.html).not.toContain('<script>');
  });

  it('is retried when the catalog or the link is away', async () => {
    const away = catalogServiceMock.mock({
      getEntitiesByRefs: async () => {
        throw new Error('catalog away');
      },
    });
    const auth = mockServices.auth();
    const noCatalog = channel({
      directory: new RecipientDirectory({ auth, catalog: away }),
    });
    const noLink = channel({
      links: {
        forRecipient: async () => {
          throw new ConflictError('no keys');
        },
      },
    });
    for (const broken of [noCatalog, noLink]) {
      const outcome = await send(sampleMessage(), sampleDelivery(), broken);
      expect(outcome.outcome).toBe('failed');
    }
    expect(server.connections).toBe(0);
  });

  it('reuses its connection, and survives the server closing it in between', async () => {
    await send();
    await send();
    expect(server.connections).toBe(1);
    server.dropConnections();
    expect(await send()).toEqual({ outcome: 'delivered' });
    expect(server.taken).toHaveLength(3);
  });

  it('says whether the server takes mail', async () => {
    expect(await channel().health()).toEqual({ state: 'fine' });
    await server.stop();
    expect(await channel().health()).toMatchObject({ state: 'away' });
    server = await TestMailServer.start();
  });
});
