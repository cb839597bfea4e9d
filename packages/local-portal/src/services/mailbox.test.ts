import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freePort, isFree } from '../processes/ports.ts';
import { stopEverything } from '../processes/runningProcesses.ts';
import { waitFor } from '../processes/waitFor.ts';
import { startMailbox } from './mailbox.ts';

/** Speaks SMTP a line at a time: says the next line when the server has answered the last. */
function sendMail(port: number, lines: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const rest = [...lines];
    socket.setEncoding('utf8');
    socket.on('data', () => {
      const next = rest.shift();
      if (next === undefined) {
        socket.end();
        resolve();
      } else {
        socket.write(`${next}\r\n`);
      }
    });
    socket.once('error', reject);
  });
}

describe('the mailbox', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'mailbox-test-'));
  });
  after(async () => {
    await stopEverything();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows the mail it was handed, until it is stopped', async () => {
    const port = await freePort();
    const smtpPort = await freePort();
    const mailbox = await startMailbox(
      { port, dataDir: join(folder, 'mails'), logFile: join(folder, 'log') },
      smtpPort,
    );
    await sendMail(smtpPort, [
      'HELO test',
      'MAIL FROM:<a@example.com>',
      'RCPT TO:<bob@example.com>',
      'DATA',
      'Subject: Hello\r\n\r\nBob\r\n.',
    ]);
    // It says that it has a mail before it shows it.
    await waitFor(
      'the mail is shown',
      async () => {
        const answer = await fetch(`${mailbox.connection.url}/email`);
        const mails = (await answer.json()) as { subject: string }[];
        return mails.map(({ subject }) => subject).join() === 'Hello';
      },
      { timeoutMs: 10_000 },
    );
    await mailbox.stop();
    assert.equal(await isFree(port), true);
  });
});
