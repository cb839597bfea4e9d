import { generateKeyPairSync } from 'crypto';

/** A private key as the configuration has it. */
export function newCheckpointKey(): string {
  return generateKeyPairSync('ed25519')
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
}
