import { createMockDirectory } from '@backstage/backend-test-utils';
import { readDefinition } from './readDefinition';

describe('readDefinition', () => {
  const directory = createMockDirectory({
    content: {
      'definitions/shop.yaml': 'openapi: 3.1.0\n',
      node_modules: {
        '@acme/shop': {
          'package.json': JSON.stringify({
            name: '@acme/shop',
            exports: { '.': './index.js' },
          }),
          'schema.graphql': 'type Query { a: Int }',
          'spec.cjs': 'exports.spec = { openapi: "3.0.3" };',
        },
      },
    },
  });
  const read = (source: Parameters<typeof readDefinition>[0]) =>
    readDefinition(source, directory.path);

  it('reads a file beside the entities', async () => {
    expect(await read({ file: 'definitions/shop.yaml' })).toBe(
      'openapi: 3.1.0\n',
    );
  });

  it('reads a file that a package does not export', async () => {
    expect(await read({ package: '@acme/shop', file: 'schema.graphql' })).toBe(
      'type Query { a: Int }',
    );
  });

  it('reads a value of a module, as YAML', async () => {
    expect(
      await read({ package: '@acme/shop', file: 'spec.cjs', export: 'spec' }),
    ).toBe('openapi: 3.0.3\n');
  });

  it('says which export is missing', async () => {
    await expect(
      read({ package: '@acme/shop', file: 'spec.cjs', export: 'document' }),
    ).rejects.toThrow(/spec\.cjs exports nothing called document/);
  });

  it('says which package is missing', async () => {
    await expect(
      read({ package: '@acme/none', file: 'schema.graphql' }),
    ).rejects.toThrow(/npm package @acme\/none is not installed/);
  });
});
