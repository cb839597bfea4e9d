import { judgeSmtpError } from './judgeSmtpError';
import { redactSecrets } from './redactSecrets';

describe('judgeSmtpError', () => {
  it.each([
    ['RCPT TO', '550 5.1.1 no such user', 'undeliverable'],
    ['RCPT TO', '550 no such user', 'undeliverable'],
    ['RCPT TO', '552 5.2.2 mailbox full', 'undeliverable'],
    ['RCPT TO', '550 5.7.1 relaying denied', 'rejected'],
    ['RCPT TO', '554 blocked', 'rejected'],
    ['RCPT TO', '530 5.7.0 log in first', 'failed'],
    ['RCPT TO', '450 4.7.1 greylisted', 'failed'],
    ['RCPT TO', '421 4.3.2 shutting down', 'failed'],
    ['MAIL FROM', '550 5.7.1 sender not allowed', 'failed'],
    ['DATA', '554 5.7.1 not wanted', 'rejected'],
    ['DATA', '451 4.3.0 try later', 'failed'],
    ['AUTH PLAIN', '535 5.7.8 wrong password', 'failed'],
  ])('%s %s is %s', (command, response, outcome) => {
    const responseCode = Number(response.slice(0, 3));
    const permanent = responseCode >= 500;
    const error = Object.assign(new Error(response), {
      ...{ command, response, responseCode, permanent },
    });
    expect(judgeSmtpError(error, 'words')).toEqual({
      outcome,
      message: 'words',
    });
  });

  it('retries what carries no answer of the server', () => {
    const error = Object.assign(new Error('gone'), { code: 'ECONNECTION' });
    expect(judgeSmtpError(error, 'words').outcome).toBe('failed');
  });
});

describe('redactSecrets', () => {
  const auth = { username: 'me', password: 'p4ss word' };

  it('removes the password in every shape', () => {
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    const said = `${base64('\0me\0p4ss word')} ${base64(
      'p4ss word',
    )} p4ss word`;
    expect(redactSecrets(said, auth)).toBe('*** *** ***');
  });

  it('makes one line of at most 300 characters', () => {
    const line = redactSecrets(
      `550-a\r\n550 b\u001b[2J${'x'.repeat(500)}`,
      null,
    );
    expect(line).toMatch(/^550-a 550 b \[2Jx+$/);
    expect(line).toHaveLength(300);
  });
});
