import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { parseMailbox, Mailbox } from '../mail/Mailbox';

/** How to reach the SMTP server. */
export interface SmtpConfig {
  host: string;
  port: number;
  secure: boolean;
  requireTls: boolean;
  auth: { username: string; password: string } | null;
}

/** `changeguard.email`, checked. */
export interface EmailConfig {
  from: Mailbox;
  replyTo: Mailbox | null;
  smtp: SmtpConfig;
  /** `app.baseUrl` without a slash at its end. */
  portalUrl: string;
}

const ROOT = 'changeguard.email';
const KEYS = ['enabled', 'from', 'replyTo', 'smtp'];
const SMTP_KEYS = 'host port secure requireTls username password'.split(' ');

/**
 * Reads `changeguard.email` once; null when there is no mail to send.
 *
 * @throws InputError - one sentence that names the key whose value is bad
 */
export function readEmailConfig(config: Config): EmailConfig | null {
  const configured = config.has(`${ROOT}.smtp`);
  const enabled =
    read(config, 'enabled', c => c.getOptionalBoolean(`${ROOT}.enabled`)) ??
    configured;
  if (!enabled) {
    return null;
  }
  if (!configured) {
    throw bad('smtp', 'must be set when changeguard.email.enabled is true');
  }
  refuseUnknown(config, ROOT, KEYS);
  refuseUnknown(config, `${ROOT}.smtp`, SMTP_KEYS);
  return Object.freeze({
    from: readMailbox(config, 'from') ?? fail('from', 'must be set'),
    replyTo: readMailbox(config, 'replyTo'),
    smtp: readSmtp(config),
    portalUrl: readPortalUrl(config),
  });
}

function readSmtp(config: Config): SmtpConfig {
  const text = (key: string) =>
    read(config, `smtp.${key}`, c =>
      c.getOptionalString(`${ROOT}.smtp.${key}`),
    );
  const flag = (key: string) =>
    read(config, `smtp.${key}`, c =>
      c.getOptionalBoolean(`${ROOT}.smtp.${key}`),
    );
  const host = text('host') ?? fail('smtp.host', 'must be set');
  if (!/^[\w.:-]+$/.test(host)) {
    throw bad('smtp.host', 'must be a host name or an IP address');
  }
  const secure = flag('secure') ?? false;
  const port =
    read(config, 'smtp.port', c => c.getOptionalNumber(`${ROOT}.smtp.port`)) ??
    (secure ? 465 : 587);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw bad('smtp.port', 'must be a whole number from 1 to 65535');
  }
  const username = text('username');
  const password = text('password');
  if ((username === undefined) !== (password === undefined)) {
    const missing = username === undefined ? 'username' : 'password';
    throw bad(`smtp.${missing}`, 'must be set: a log-in takes both parts');
  }
  const auth =
    username !== undefined && password !== undefined
      ? { username, password }
      : null;
  const requireTls = flag('requireTls') ?? (auth !== null && !secure);
  return { host, port, secure, requireTls, auth };
}

function readMailbox(config: Config, key: string): Mailbox | null {
  const value = read(config, key, c => c.getOptionalString(`${ROOT}.${key}`));
  if (value === undefined) {
    return null;
  }
  return (
    parseMailbox(value) ??
    fail(key, 'must be an address like ChangeGuard <changeguard@example.com>')
  );
}

function readPortalUrl(config: Config): string {
  const value = config.getOptionalString('app.baseUrl') ?? '';
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) {
    throw new InputError(
      'app.baseUrl must be an http or https address, because the links in mails start with it',
    );
  }
  return value.replace(/\/+$/, '');
}

/** A misspelt key would otherwise leave its default at work unseen. */
function refuseUnknown(config: Config, path: string, known: string[]) {
  const unknown = config
    .getConfig(path)
    .keys()
    .find(key => !known.includes(key));
  if (unknown) {
    throw new InputError(
      `${path}.${unknown} is unknown; ${path} has ${known.join(', ')}`,
    );
  }
}

/** The reader's own errors can quote the value, which may be a secret: only the key is repeated. */
function read<T>(config: Config, key: string, get: (config: Config) => T): T {
  try {
    return get(config);
  } catch {
    throw bad(key, 'has a value of the wrong type or is empty');
  }
}

function bad(key: string, must: string): InputError {
  return new InputError(`${ROOT}.${key} ${must}`);
}

function fail(key: string, must: string): never {
  throw bad(key, must);
}
