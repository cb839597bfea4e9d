import { mockServices } from '@backstage/backend-test-utils';
import { readGooglePubSubConfig } from './config';

function read(googlePubSub: Record<string, unknown>) {
  const data = { changeguard: { googlePubSub } };
  return readGooglePubSubConfig(
    mockServices.rootConfig({ data: JSON.parse(JSON.stringify(data)) }),
  );
}

describe('the configuration of Google Pub/Sub', () => {
  it('needs a project, the rest has defaults', () => {
    expect(read({ projectId: 'my-project' })).toEqual({
      projectId: 'my-project',
      topic: 'changeguard-events',
      topology: 'create',
      maxMessages: 100,
    });
  });

  it.each([
    [{ projectId: '' }, 'changeguard.googlePubSub.projectId'],
    [{ topology: 'maybe' }, 'changeguard.googlePubSub.topology'],
    [{ topic: 'no spaces' }, 'changeguard.googlePubSub.topic'],
    [{ emulatorHost: 'a b' }, 'changeguard.googlePubSub.emulatorHost'],
    [{ maxMessages: 0 }, 'changeguard.googlePubSub.maxMessages'],
    [{ orderingKeys: 0 }, 'changeguard.googlePubSub.orderingKeys'],
    [{ maxMessages: 1.5 }, 'changeguard.googlePubSub.maxMessages'],
  ])('names the key of a bad value: %j', (values, key) => {
    expect(() => read({ projectId: 'my-project', ...values })).toThrow(key);
  });
});
