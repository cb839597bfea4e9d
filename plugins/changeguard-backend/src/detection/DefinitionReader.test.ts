import { Readable } from 'stream';
import { mockServices } from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import { Entity } from '@backstage/catalog-model';
import { ScmIntegrations } from '@backstage/integration';
import { DefinitionReader } from './DefinitionReader';
import { Formats } from './Formats';
import { watchedEntity } from './watchedEntity';

const integrations = ScmIntegrations.fromConfig(mockServices.rootConfig());

function entityWith(annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name: 'orders-db', namespace: 'default', annotations },
    spec: { type: 'database', owner: 'team-orders' },
  };
}

const place = (annotations: Record<string, string>) =>
  watchedEntity(entityWith(annotations), new Formats([]), (url, base) =>
    integrations.resolveUrl({ url, base }),
  ).place;

const source = {
  'backstage.io/source-location':
    'url:https://github.com/tidewater/orders/tree/main/db/',
};

describe('where an entity names a file', () => {
  it('is beside the source of the entity', () => {
    expect(
      place({ ...source, 'changeguard.io/schema-path': 'schema/orders.sql' }),
    ).toEqual({
      kind: 'file',
      url: 'https://github.com/tidewater/orders/tree/main/db/schema/orders.sql',
    });
  });

  it.each([
    '../../other/secrets.yaml',
    'a/../../b',
    '/etc/passwd',
    'https://intranet.example.com/',
    'file:///etc/passwd',
    '//intranet.example.com/a',
    'a\\..\\b',
    '%2e%2e/b',
  ])('cannot be elsewhere: %s', path => {
    expect(place({ ...source, 'changeguard.io/schema-path': path })).toEqual({
      kind: 'nowhere',
      why: expect.stringContaining('relative path'),
    });
  });

  it('needs a source at a URL', () => {
    expect(
      place({
        'changeguard.io/schema-path': 'orders.sql',
        'backstage.io/source-location': 'file:/catalog/',
      }),
    ).toEqual({ kind: 'nowhere', why: expect.stringContaining('URL') });
  });
});

describe('DefinitionReader', () => {
  const file = { kind: 'file', url: 'https://example.com/a.sql' } as const;
  const readerOf = (text: string, etag = 'one') => {
    const urlReader = mockServices.urlReader.mock({
      readUrl: async (_url, options) => {
        if (options?.etag === etag) throw new NotModifiedError();
        return {
          buffer: async () => Buffer.from(text),
          stream: () => Readable.from([Buffer.from(text)]),
          etag,
        };
      },
    });
    return new DefinitionReader({ urlReader, bytes: 10 });
  };

  it('reads a file, and not again while it is the same', async () => {
    const reader = readerOf('short');
    expect(await reader.read(file, null)).toMatchObject({
      outcome: 'read',
      etag: 'one',
    });
    expect(await reader.read(file, 'one')).toEqual({ outcome: 'not-modified' });
  });

  it('reads no more than its limit', async () => {
    expect(await readerOf('far too long').read(file, null)).toEqual({
      outcome: 'failed',
      why: expect.stringContaining('10 bytes'),
    });
    expect(
      await readerOf('').read({ kind: 'entity', text: 'far too long' }, null),
    ).toMatchObject({ outcome: 'failed' });
  });
});
