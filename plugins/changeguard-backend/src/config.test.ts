import { generateKeyPairSync } from 'crypto';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readChangeGuardConfig } from './config';

const day = 24 * 60 * 60 * 1_000;
const signing = { keys: [{ id: 'one', secret: 'x'.repeat(32) }] };

describe('the configuration', () => {
  const warn = jest.fn();
  const read = (changeguard: JsonObject | undefined, production = false) =>
    readChangeGuardConfig(new ConfigReader(changeguard && { changeguard }), {
      production,
      warn,
    });

  it('may be missing altogether, outside of production', () => {
    const config = read(undefined);
    expect(config).toMatchObject({
      transport: 'postgres',
      redisUrl: null,
      bodyBytes: 1024 * 1024,
      rateLimit: {
        writesPerMinute: 60,
        readsPerMinute: 600,
        exportsPerMinute: 6,
      },
      republishAfter: 120_000,
      retention: {
        notifications: 90 * day,
        events: 30 * day,
        auditRecords: null,
      },
    });
    expect(config.signingKeys[0].secret.length).toBeGreaterThanOrEqual(32);
    expect(warn).toHaveBeenCalledWith(
      expect.stringContaining('changeguard.signing.keys'),
    );
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('is read into one object', () => {
    const checkpointKey = generateKeyPairSync('ed25519').privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    });
    const config = read(
      {
        transport: 'google-pubsub',
        googlePubSub: { anything: 'is the module’s' },
        email: { enabled: true },
        cache: { redisUrl: 'rediss://user:password@redis.example.com:6380/1' },
        signing,
        audit: { checkpointKey: String(checkpointKey) },
        retention: {
          resolvedChanges: 'P1Y',
          notifications: '30 days',
          events: { days: 8 },
        },
      },
      true,
    );
    expect(config.retention).toMatchObject({
      notifications: 30 * day,
      events: 8 * day,
    });
    expect(config.signingKeys).toEqual(signing.keys);
  });

  it.each<[string, JsonObject]>([
    ['changeguard.transports', { transports: 'postgres' }],
    ['changeguard.rateLimit.writes', { rateLimit: { writes: 3 } }],
    [
      'changeguard.rateLimit.writesPerMinute',
      { rateLimit: { writesPerMinute: 0 } },
    ],
    [
      'changeguard.rateLimit.readsPerMinute',
      { rateLimit: { readsPerMinute: 'many' } },
    ],
    ['changeguard.limits.bodyBytes', { limits: { bodyBytes: 1.5 } }],
    ['changeguard.cache.redisUrl', { cache: { redisUrl: 'localhost:6379' } }],
    ['changeguard.cache', { cache: 'redis://localhost' }],
    ['changeguard.outbox.republishAfter', { outbox: { republishAfter: 0 } }],
    ['changeguard.retention.events', { retention: { events: 'soon' } }],
    ['changeguard.retention.events', { retention: { events: { days: 0 } } }],
    ['changeguard.retention.events', { retention: { events: { weeks: 1 } } }],
    [
      'changeguard.audit.checkpointKey',
      { audit: { checkpointKey: 'secret-not-a-key' } },
    ],
    [
      'changeguard.audit.formerPublicKeys[0]',
      { audit: { formerPublicKeys: ['secret-not-a-key'] } },
    ],
    [
      'changeguard.detection.ruleDocsUrl',
      { detection: { ruleDocsUrl: 'https://docs.example.com/rules' } },
    ],
    [
      'changeguard.detection.ruleDocsUrl',
      { detection: { ruleDocsUrl: 'data:text/html,{rule}' } },
    ],
    ['changeguard.audit.allowErasure', { audit: { allowErasure: 'perhaps' } }],
    [
      'changeguard.signing.keys[0].secret',
      { signing: { keys: [{ id: 'a', secret: 'short' }] } },
    ],
    [
      'changeguard.signing.keys',
      { signing: { keys: [...signing.keys, ...signing.keys] } },
    ],
  ])('names the key %s of a bad value in one sentence', (key, changeguard) => {
    let message = '';
    try {
      read(changeguard);
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain(`'${key}'`);
    expect(message).not.toContain('\n');
    expect(message).not.toMatch(/short|secret-not-a-key/);
  });

  it('needs signing keys in production', () => {
    expect(() => read({}, true)).toThrow(
      "'changeguard.signing.keys' is required in production",
    );
  });

  it('needs a checkpoint key in production', () => {
    expect(() => read({ signing }, true)).toThrow(
      "'changeguard.audit.checkpointKey' is required in production",
    );
  });
});
