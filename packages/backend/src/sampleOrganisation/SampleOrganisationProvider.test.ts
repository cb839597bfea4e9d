import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { SampleOrganisationProvider } from './SampleOrganisationProvider';

function component(description: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'shop', description },
  };
}

async function connectProvider(readEntities: () => Promise<Entity[]>) {
  const logger = mockServices.logger.mock();
  const applyMutation = jest.fn();
  let refresh = async () => {};
  const provider = new SampleOrganisationProvider({
    logger,
    readEntities,
    schedule: {
      run: async ({ fn }) => {
        refresh = async () => await fn(new AbortController().signal);
      },
    },
  });
  await provider.connect({ applyMutation, refresh: jest.fn() });
  return { applyMutation, logger, refresh: () => refresh() };
}

describe('SampleOrganisationProvider', () => {
  it('tells the catalog once, and again only when something changed', async () => {
    let entities = [component('first')];
    const { applyMutation, refresh } = await connectProvider(
      async () => entities,
    );

    await refresh();
    await refresh();
    expect(applyMutation).toHaveBeenCalledTimes(1);

    entities = [component('second')];
    await refresh();
    expect(applyMutation).toHaveBeenCalledTimes(2);
    expect(applyMutation).toHaveBeenLastCalledWith({
      type: 'full',
      entities: [
        { entity: component('second'), locationKey: 'sample-organisation' },
      ],
    });
  });

  it('keeps what the catalog has while files cannot be read, and complains once', async () => {
    let broken = false;
    const { applyMutation, logger, refresh } = await connectProvider(
      async () => {
        if (broken) throw new Error('half a file');
        return [component('whole')];
      },
    );
    await refresh();

    broken = true;
    await refresh();
    await refresh();
    expect(applyMutation).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('half a file'),
    );
  });

  it('tries again when the catalog did not take it', async () => {
    const { applyMutation, refresh } = await connectProvider(async () => [
      component('whole'),
    ]);
    applyMutation.mockRejectedValueOnce(new Error('database away'));

    await refresh();
    await refresh();
    expect(applyMutation).toHaveBeenCalledTimes(2);
  });
});
