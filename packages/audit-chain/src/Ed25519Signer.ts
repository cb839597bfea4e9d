import {
  createHash,
  createPrivateKey,
  createPublicKey,
  KeyObject,
  sign,
} from 'crypto';

/** Names a public key: the first 16 hex digits of the SHA-256 of its SPKI DER form. @public */
export function keyIdOf(publicKey: KeyObject): string {
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}

/** What a signature is, with the name of its key. @public */
export interface Signature {
  keyId: string;
  /** Ed25519, base64. */
  signature: string;
}

/** Signs what leaves the database: checkpoints, exports, and the records of removals. @public */
export class Ed25519Signer {
  readonly keyId: string;
  /** PEM, SPKI. */
  readonly publicKey: string;
  private readonly key: KeyObject;

  /** @param privateKey - PEM, PKCS 8 */
  constructor(privateKey: string) {
    this.key = createPrivateKey(privateKey);
    const publicKey = createPublicKey(this.key);
    this.keyId = keyIdOf(publicKey);
    this.publicKey = publicKey
      .export({ type: 'spki', format: 'pem' })
      .toString();
  }

  sign(text: string): Signature {
    const signature = sign(null, Buffer.from(text), this.key);
    return { keyId: this.keyId, signature: signature.toString('base64') };
  }
}
