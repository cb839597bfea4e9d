import { TestMailServer } from '../__testUtils__/TestMailServer';
import { SmtpMailer } from './SmtpMailer';

const password = 'correct horse battery';
const auth = { username: 'guard', password };

describe('SmtpMailer', () => {
  const servers: TestMailServer[] = [];
  const mailers: SmtpMailer[] = [];

  async function mailerFor(
    options: Parameters<typeof TestMailServer.start>[0],
    requireTls: boolean,
  ) {
    const server = await TestMailServer.start(options);
    servers.push(server);
    const mailer = new SmtpMailer({
      host: '127.0.0.1',
      port: server.port,
      secure: false,
      requireTls,
      auth,
    });
    mailers.push(mailer);
    return { server, mailer };
  }

  afterEach(async () => {
    mailers.splice(0).forEach(mailer => mailer.close());
    await Promise.all(servers.splice(0).map(server => server.stop()));
  });

  const mail = {
    from: 'guard@example.com',
    to: 'bob@example.com',
    text: 'hello',
  };
  const { signal } = new AbortController();

  it('logs in', async () => {
    const { server, mailer } = await mailerFor(
      {
        disabledCommands: ['STARTTLS'],
        allowInsecureAuth: true,
        onAuth: (given, _session, done) =>
          given.password === password
            ? done(null, { user: given.username })
            : done(new Error('no')),
      },
      false,
    );
    await mailer.verify();
    expect(await mailer.send(mail, signal)).toEqual({ outcome: 'delivered' });
    expect(server.taken).toHaveLength(1);
  });

  it('retries a refused log-in, and never repeats the password a server quotes', async () => {
    const base64 = Buffer.from(`\0guard\0${password}`).toString('base64');
    const { mailer } = await mailerFor(
      {
        disabledCommands: ['STARTTLS'],
        allowInsecureAuth: true,
        onAuth: (given, _session, done) =>
          done(
            Object.assign(
              new Error(`bad AUTH PLAIN ${base64} is ${given.password}`),
              { responseCode: 535 },
            ),
          ),
      },
      false,
    );
    const outcome = await mailer.send(mail, signal);
    expect(outcome).toEqual({
      outcome: 'failed',
      message: expect.stringContaining('535 bad AUTH PLAIN *** is ***'),
    });
    await expect(mailer.verify()).rejects.toThrow(/bad AUTH PLAIN \*\*\*/);
  });

  it('hands no password to a server without STARTTLS when TLS is required', async () => {
    const asked = jest.fn();
    const { server, mailer } = await mailerFor(
      {
        disabledCommands: ['STARTTLS'],
        allowInsecureAuth: true,
        onAuth: (given, _session, done) => {
          asked(given);
          done(null, { user: 'guard' });
        },
      },
      true,
    );
    expect((await mailer.send(mail, signal)).outcome).toBe('failed');
    expect(asked).not.toHaveBeenCalled();
    expect(server.taken).toHaveLength(0);
  });

  it('hands no password to a server whose certificate nobody vouches for', async () => {
    const { server, mailer } = await mailerFor({ disabledCommands: [] }, true);
    expect(await mailer.send(mail, signal)).toEqual({
      outcome: 'failed',
      message: expect.stringMatching(/failed: .*certificate/),
    });
    expect(server.taken).toHaveLength(0);
  });

  it('answers failed once it is closed', async () => {
    const { mailer } = await mailerFor({}, false);
    mailer.close();
    expect((await mailer.send(mail, signal)).outcome).toBe('failed');
  });
});
