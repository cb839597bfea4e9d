import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startProcess } from '../processes/ManagedProcess.ts';
import { LOOPBACK } from '../processes/ports.ts';
import { waitFor } from '../processes/waitFor.ts';
import type { Service, ServiceOptions } from './Service.ts';

/** How to reach the mailbox. */
export interface MailboxConnection {
  /** Page on which a person reads the mails; `GET /email` below it lists them as JSON. */
  url: string;
  /** Where mails are handed in. */
  smtp: { host: string; port: number; secure: boolean };
}

/**
 * Starts maildev: an SMTP server that takes every mail, shows it on a page and sends none of them on.
 *
 * @param options - `port` is that of the page
 * @param smtpPort - where mails are handed in
 */
export async function startMailbox(
  options: ServiceOptions,
  smtpPort: number,
): Promise<Service<MailboxConnection>> {
  const { port, dataDir, logFile } = options;
  mkdirSync(dataDir, { recursive: true });
  const manifest = createRequire(import.meta.url).resolve(
    'maildev/package.json',
  );
  const running = startProcess({
    name: 'The mailbox',
    command: process.execPath,
    args: [
      join(manifest, '..', 'bin', 'maildev'),
      ...['--ip', LOOPBACK, '--web-ip', LOOPBACK],
      ...['--smtp', `${smtpPort}`, '--web', `${port}`],
      ...['--mail-directory', dataDir],
    ],
    output: logFile,
  });
  const url = `http://${LOOPBACK}:${port}`;
  await waitFor(
    'the mailbox answers',
    async () => (await fetch(`${url}/healthz`)).ok,
    { timeoutMs: 60_000, process: running, log: logFile },
  );
  return {
    name: 'Mailbox',
    kind: 'emulated',
    origin: 'maildev, sends nothing on',
    connection: {
      url,
      smtp: { host: LOOPBACK, port: smtpPort, secure: false },
    },
    stop: () => running.stop(),
  };
}
