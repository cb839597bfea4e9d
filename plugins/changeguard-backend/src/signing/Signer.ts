import { createHmac, timingSafeEqual } from 'crypto';
import { JsonValue } from '@backstage/types';
import { SigningKey } from '../config';

/**
 * Signs small values that go out and come back: cursors and links. `purpose` is part of what is signed, so that a token for one thing
 * is worth nothing elsewhere. Tokens are `keyId.payload.signature`, base64url; they are not secret, only genuine.
 */
export class Signer {
  private readonly first: SigningKey;

  constructor(private readonly keys: readonly [SigningKey, ...SigningKey[]]) {
    [this.first] = keys;
  }

  sign(purpose: string, value: JsonValue): string {
    const payload = Buffer.from(JSON.stringify(value)).toString('base64url');
    const id = Buffer.from(this.first.id).toString('base64url');
    const mac = signature(this.first, purpose, payload).toString('base64url');
    return `${id}.${payload}.${mac}`;
  }

  /** The value, or undefined when the token was not made here for this purpose. */
  verify(purpose: string, token: string): JsonValue | undefined {
    const [id, payload, mac, ...rest] = token.split('.');
    if (!mac || rest.length) return undefined;
    const keyId = Buffer.from(id, 'base64url').toString();
    const key = this.keys.find(one => one.id === keyId);
    if (!key) return undefined;
    const expected = signature(key, purpose, payload);
    const given = Buffer.from(mac, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return undefined;
    }
    return JSON.parse(Buffer.from(payload, 'base64url').toString());
  }
}

function signature(key: SigningKey, purpose: string, payload: string): Buffer {
  return createHmac('sha256', key.secret)
    .update(JSON.stringify([purpose, payload]))
    .digest();
}
