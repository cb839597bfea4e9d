import { webcrypto } from 'crypto';

/** SHA-256 of a text, in hex; computed off the event loop, because texts can have megabytes. */
export async function hashOf(text: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', text)).toString(
    'hex',
  );
}
