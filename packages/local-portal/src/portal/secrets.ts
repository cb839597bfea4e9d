import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keys and passwords of one local portal, made once and kept beside its data. */
export interface Secrets {
  /** Of PostgreSQL's user `postgres`. */
  postgresPassword: string;
  /** Shared by the portal and its identity provider. */
  clientSecret: string;
  /** Signs the portal's session cookies. */
  sessionSecret: string;
  /** Signs ChangeGuard's cursors and the links in its mails. */
  signingSecret: string;
  /** Ed25519 private key (PKCS 8, PEM) that signs checkpoints of the audit trail. */
  checkpointKey: string;
  /** Lets scripts call the portal without a person. */
  serviceToken: string;
}

/** Reads the secrets of a folder, or makes them; only their owner may read the file. */
export function keepSecrets(folder: string): Secrets {
  const file = join(folder, 'secrets.json');
  if (existsSync(file)) {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  }
  const secrets = makeSecrets();
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

function makeSecrets(): Secrets {
  const secret = () => randomBytes(32).toString('hex');
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    postgresPassword: secret(),
    clientSecret: secret(),
    sessionSecret: secret(),
    signingSecret: secret(),
    checkpointKey: privateKey
      .export({ type: 'pkcs8', format: 'pem' })
      .toString(),
    serviceToken: secret(),
  };
}
