import { createPrivateKey, createPublicKey, randomBytes } from 'crypto';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { duration, optionalDuration, positiveInteger } from './configValues';
import {
  DetectionConfig,
  readDetectionConfig,
} from './detection/DetectionConfig';
import { refuseUnknownKeys } from './refuseUnknownKeys';

/** A secret that signs cursors and links; the first of a list signs, all of them verify. */
export interface SigningKey {
  readonly id: string;
  readonly secret: string;
}

/** Everything ChangeGuard's backend reads from the configuration; durations in milliseconds. */
export interface ChangeGuardConfig {
  /** `postgres`, or the kind of a registered transport. */
  readonly transport: string;
  /** Null when no Redis is configured: each process then caches for itself. */
  readonly redisUrl: string | null;
  readonly signingKeys: readonly [SigningKey, ...SigningKey[]];
  readonly audit: {
    /** Ed25519 private key in PEM. */
    readonly checkpointKey: string | null;
    /** Ed25519 public keys in PEM, of keys that were replaced. */
    readonly formerPublicKeys: readonly string[];
    readonly allowErasure: boolean;
  };
  readonly retention: {
    readonly resolvedChanges: number;
    readonly notifications: number;
    /** Inbox, outbox and settled deliveries; longer than any broker keeps a message. */
    readonly events: number;
    /** Of definitions, with their texts. */
    readonly revisions: number;
    /** Null keeps them for ever. */
    readonly auditRecords: number | null;
  };
  /** How long subscribers have for an event before it is published again. */
  readonly republishAfter: number;
  readonly rateLimit: {
    readonly writesPerMinute: number;
    readonly readsPerMinute: number;
    readonly exportsPerMinute: number;
  };
  readonly bodyBytes: number;
  readonly detection: DetectionConfig;
}

/** What the configuration is read in. */
export interface ConfigEnvironment {
  production: boolean;
  warn: (message: string) => void;
}

const minimumSecretLength = 32;

/** Known keys below `changeguard`; those that modules read for themselves are named, not described. */
const knownKeys = {
  transport: true,
  cache: { redisUrl: true },
  signing: { keys: true },
  audit: { checkpointKey: true, formerPublicKeys: true, allowErasure: true },
  retention: {
    resolvedChanges: true,
    revisions: true,
    notifications: true,
    events: true,
    auditRecords: true,
  },
  outbox: { republishAfter: true },
  rateLimit: {
    writesPerMinute: true,
    readsPerMinute: true,
    exportsPerMinute: true,
  },
  limits: { bodyBytes: true },
  detection: {
    interval: true,
    breakingChanges: true,
    levels: true,
    ruleDocsUrl: true,
    definitionBytes: true,
    threads: true,
    memoryMb: true,
    timeout: true,
    queue: true,
  },
  googlePubSub: true,
  email: true,
} as const;

/** Brokers bring messages again for a week, and only the inbox keeps that from having a second effect: it lasts a day longer. */
function eventRetention(config: Config): number {
  const key = 'changeguard.retention.events';
  const value = duration(config, key, { days: 30 });
  if (value < durationToMilliseconds({ days: 8 })) {
    throw new InputError(
      `The configuration '${key}' must be at least 8 days: brokers bring messages again for 7 days, and what is forgotten by then would happen twice.`,
    );
  }
  return value;
}

function redisUrl(config: Config): string | null {
  const key = 'changeguard.cache.redisUrl';
  const value = config.getOptionalString(key);
  if (value === undefined) return null;
  // The value may hold a password, so the sentence does not repeat it.
  if (!URL.canParse(value) || !/^rediss?:$/.test(new URL(value).protocol)) {
    throw new InputError(
      `The configuration '${key}' must be an address like redis://host:6379 or rediss://user:password@host:6380/0.`,
    );
  }
  return value;
}

function checkpointKey(
  config: Config,
  environment: ConfigEnvironment,
): string | null {
  const key = 'changeguard.audit.checkpointKey';
  const value = config.getOptionalString(key);
  if (value === undefined) {
    if (environment.production) {
      throw new InputError(
        `The configuration '${key}' is required in production: an Ed25519 private key in PEM (openssl genpkey -algorithm ed25519) that signs the checkpoints and exports of the audit trail.`,
      );
    }
    environment.warn(
      `No '${key}' configured: the audit trail has no signed checkpoints, and its exports are not signed.`,
    );
    return null;
  }
  try {
    if (createPrivateKey(value).asymmetricKeyType === 'ed25519') return value;
  } catch {
    // Not repeated: it would show what was taken for a key.
  }
  throw new InputError(
    `The configuration '${key}' must be an Ed25519 private key in PEM.`,
  );
}

function formerPublicKeys(config: Config): readonly string[] {
  const key = 'changeguard.audit.formerPublicKeys';
  const values = config.getOptionalStringArray(key) ?? [];
  values.forEach((value, index) => {
    let type: string | undefined;
    try {
      type = createPublicKey(value).asymmetricKeyType;
    } catch {
      // Said below.
    }
    // A private key would be read as its public half, and a secret has no business here.
    if (type !== 'ed25519' || /PRIVATE KEY/.test(value)) {
      throw new InputError(
        `The configuration '${key}[${index}]' must be an Ed25519 public key in PEM.`,
      );
    }
  });
  return Object.freeze(values);
}

function signingKeys(
  config: Config,
  environment: ConfigEnvironment,
): ChangeGuardConfig['signingKeys'] {
  const list = 'changeguard.signing.keys';
  const keys = (config.getOptionalConfigArray(list) ?? []).map(
    (key, index): SigningKey => {
      const secret = key.getString('secret');
      if (secret.length < minimumSecretLength) {
        throw new InputError(
          `The configuration '${list}[${index}].secret' must hold at least ${minimumSecretLength} characters.`,
        );
      }
      return Object.freeze({ id: key.getString('id'), secret });
    },
  );
  if (new Set(keys.map(key => key.id)).size !== keys.length) {
    throw new InputError(
      `The configuration '${list}' must not hold the same id twice.`,
    );
  }
  const [first, ...rest] = keys;
  if (first) return Object.freeze([first, ...rest] as const);
  if (environment.production) {
    throw new InputError(
      `The configuration '${list}' is required in production: a list of { id, secret }, the same on all replicas, whose first key signs cursors and the links in mails and all of which verify them.`,
    );
  }
  environment.warn(
    `No '${list}' configured: a key made for this process signs cursors and the links in mails, which end with it.`,
  );
  return [
    Object.freeze({ id: 'process', secret: randomBytes(32).toString('hex') }),
  ];
}

/**
 * Reads `changeguard` from the configuration, once.
 *
 * @throws InputError - one sentence that names the key of a bad value.
 */
export function readChangeGuardConfig(
  config: Config,
  environment: ConfigEnvironment,
): ChangeGuardConfig {
  refuseUnknownKeys(
    config.getOptional('changeguard'),
    knownKeys,
    'changeguard',
  );
  return Object.freeze({
    transport: config.getOptionalString('changeguard.transport') ?? 'postgres',
    redisUrl: redisUrl(config),
    signingKeys: signingKeys(config, environment),
    audit: Object.freeze({
      checkpointKey: checkpointKey(config, environment),
      formerPublicKeys: formerPublicKeys(config),
      allowErasure:
        config.getOptionalBoolean('changeguard.audit.allowErasure') ?? false,
    }),
    retention: Object.freeze({
      resolvedChanges: duration(
        config,
        'changeguard.retention.resolvedChanges',
        { years: 2 },
      ),
      notifications: duration(config, 'changeguard.retention.notifications', {
        days: 90,
      }),
      events: eventRetention(config),
      revisions: duration(config, 'changeguard.retention.revisions', {
        years: 1,
      }),
      auditRecords: optionalDuration(
        config,
        'changeguard.retention.auditRecords',
      ),
    }),
    republishAfter: duration(config, 'changeguard.outbox.republishAfter', {
      minutes: 2,
    }),
    rateLimit: Object.freeze({
      writesPerMinute: positiveInteger(
        config,
        'changeguard.rateLimit.writesPerMinute',
        60,
      ),
      readsPerMinute: positiveInteger(
        config,
        'changeguard.rateLimit.readsPerMinute',
        600,
      ),
      exportsPerMinute: positiveInteger(
        config,
        'changeguard.rateLimit.exportsPerMinute',
        6,
      ),
    }),
    bodyBytes: positiveInteger(
      config,
      'changeguard.limits.bodyBytes',
      1024 * 1024,
    ),
    detection: readDetectionConfig(config),
  });
}
