import { createPublicKey, KeyObject, verify } from 'crypto';
import { keyIdOf, Signature } from './Ed25519Signer';

/** What a signature is worth: `unknown` when nobody told us its key. @public */
export type SignatureVerdict = 'genuine' | 'forged' | 'unknown';

/** Public keys by their ids. @public */
export class KnownKeys {
  private readonly keys: Map<string, KeyObject>;

  /** @param publicKeys - PEM, SPKI, Ed25519 */
  constructor(publicKeys: readonly string[]) {
    this.keys = new Map(
      publicKeys.map(pem => {
        const key = createPublicKey(pem);
        return [keyIdOf(key), key];
      }),
    );
  }

  /** Whether none is known. */
  get isEmpty(): boolean {
    return this.keys.size === 0;
  }

  check(text: string, { keyId, signature }: Signature): SignatureVerdict {
    const key = this.keys.get(keyId);
    if (!key) return 'unknown';
    const bytes = Buffer.from(signature, 'base64');
    return verify(null, Buffer.from(text), key, bytes) ? 'genuine' : 'forged';
  }
}
