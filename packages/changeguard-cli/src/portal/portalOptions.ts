import { UsageError } from '../UsageError';
import { Portal } from './Portal';

/** Options of every command that asks the portal, for `parseArgs`. */
export const portalOptions = {
  url: { type: 'string' },
  'app-url': { type: 'string' },
  timeout: { type: 'string', default: '60' },
} as const;

/** Their part of a command's usage. */
export const portalUsage = `  --url URL           where the portal's backend is, such as https://portal.example.com. Default: CHANGEGUARD_URL
  --app-url URL       where people see the portal, for links. Default: CHANGEGUARD_APP_URL, or the same as --url.
                      Named, it makes a red check say where to announce what breaks
  --timeout SECONDS   how long one answer may take, or comparing here. Default: 60

The token comes from CHANGEGUARD_TOKEN and is never taken from the command line, where others could read it. Proxies come from
HTTPS_PROXY, HTTP_PROXY and NO_PROXY.`;

/** The portal that options and environment name. */
export function portalOf(values: {
  url?: string;
  'app-url'?: string;
  timeout: string;
}): Portal {
  // Pipelines set a variable that nobody has given a value to nothing.
  const { CHANGEGUARD_URL, CHANGEGUARD_APP_URL } = process.env;
  const url = values.url ?? CHANGEGUARD_URL;
  if (!url) {
    throw new UsageError('Name the portal with --url or CHANGEGUARD_URL.');
  }
  const appUrl = values['app-url'] ?? (CHANGEGUARD_APP_URL || undefined);
  return new Portal({
    url: address(url, '--url'),
    appUrl: appUrl === undefined ? undefined : address(appUrl, '--app-url'),
    token: process.env.CHANGEGUARD_TOKEN,
    timeoutMs: patienceOf(values),
  });
}

/** Milliseconds of `--timeout`. */
export function patienceOf({ timeout }: { timeout: string }): number {
  const seconds = Number(timeout);
  if (seconds > 0 && seconds <= 3_600) return seconds * 1_000;
  throw new UsageError('--timeout must be seconds, more than 0, at most 3600.');
}

function address(text: string, option: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new UsageError(`${option} must be an address with http or https.`);
  }
  return url.href.replace(/\/+$/, '');
}
