import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readEmailConfig } from './readEmailConfig';

const from = 'ChangeGuard <guard@example.com>';
const smtp = { host: 'mail.example.com' };

function read(email: JsonObject | undefined, baseUrl = 'https://portal/base/') {
  return readEmailConfig(
    new ConfigReader({ app: { baseUrl }, changeguard: { email } }),
  );
}

describe('readEmailConfig', () => {
  it('is on as soon as smtp is configured, with defaults for the rest', () => {
    expect(read({ from, smtp })).toEqual({
      from: { name: 'ChangeGuard', address: 'guard@example.com' },
      replyTo: null,
      portalUrl: 'https://portal/base',
      smtp: {
        host: 'mail.example.com',
        port: 587,
        secure: false,
        requireTls: false,
        auth: null,
      },
    });
    expect(read({ from, smtp: { ...smtp, secure: true } })?.smtp.port).toBe(
      465,
    );
  });

  it('requires TLS for a password unless told otherwise', () => {
    const login = { ...smtp, username: 'guard', password: 's3cret' };
    expect(read({ from, smtp: login })?.smtp).toMatchObject({
      requireTls: true,
      auth: { username: 'guard', password: 's3cret' },
    });
    expect(
      read({ from, smtp: { ...login, requireTls: false } })?.smtp.requireTls,
    ).toBe(false);
    expect(
      read({ from, smtp: { ...login, secure: true } })?.smtp.requireTls,
    ).toBe(false);
  });

  it('reads what environment variables leave behind', () => {
    const text = { host: 'mail', port: '2525', secure: 'false' };
    expect(read({ from, enabled: 'true', smtp: text })?.smtp.port).toBe(2525);
    expect(read({ from, enabled: 'false', smtp: text })).toBeNull();
  });

  it('is off without smtp, and when switched off', () => {
    expect(read(undefined)).toBeNull();
    expect(read({ from })).toBeNull();
    expect(read({ enabled: false, smtp: { host: 1 } })).toBeNull();
  });

  it.each([
    [
      { enabled: 'perhaps', from, smtp },
      'enabled has a value of the wrong type or is empty',
    ],
    [
      { enabled: true, from },
      'smtp must be set when changeguard.email.enabled is true',
    ],
    [{ smtp }, 'from must be set'],
    [
      { from: 'a@b, c@d', smtp },
      'from must be an address like ChangeGuard <changeguard@example.com>',
    ],
    [
      { from, replyTo: 'me', smtp },
      'replyTo must be an address like ChangeGuard <changeguard@example.com>',
    ],
    [
      { from, smtp, host: 'x' },
      'host is unknown; changeguard.email has enabled, from, replyTo, smtp',
    ],
    [
      { from, smtp: { ...smtp, user: 'me' } },
      'smtp.user is unknown; changeguard.email.smtp has host, port, secure, requireTls, username, password',
    ],
    [{ from, smtp: { port: 25 } }, 'smtp.host must be set'],
    [
      { from, smtp: { host: 'smtp://mail' } },
      'smtp.host must be a host name or an IP address',
    ],
    [
      { from, smtp: { ...smtp, port: 70000 } },
      'smtp.port must be a whole number from 1 to 65535',
    ],
    [
      { from, smtp: { ...smtp, port: 'x' } },
      'smtp.port has a value of the wrong type or is empty',
    ],
    [
      { from, smtp: { ...smtp, secure: 7 } },
      'smtp.secure has a value of the wrong type or is empty',
    ],
    [
      { from, smtp: { ...smtp, username: 'me' } },
      'smtp.password must be set: a log-in takes both parts',
    ],
    [
      { from, smtp: { ...smtp, password: 'pw' } },
      'smtp.username must be set: a log-in takes both parts',
    ],
  ])('refuses %j with one sentence', (email: JsonObject, sentence) => {
    expect(() => read(email)).toThrow(
      expect.objectContaining({ message: `changeguard.email.${sentence}` }),
    );
  });

  it('never repeats a password of the wrong type', () => {
    const password = { nested: 'hunter2' };
    expect(() =>
      read({ from, smtp: { ...smtp, username: 'guard', password } }),
    ).toThrow(/^((?!hunter2).)*smtp\.password((?!hunter2).)*$/);
  });

  it('needs an absolute address of the portal', () => {
    expect(() => read({ from, smtp }, '/portal')).toThrow(/^app\.baseUrl must/);
  });
});
