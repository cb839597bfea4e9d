import { Knex } from 'knex';
import { ApiBench } from '../../__testUtils__/ApiBench';
import { createTestDatabase } from '../../__testUtils__/PipelineBench';

jest.setTimeout(60_000);

const preview = { entityRef: 'api:default/orders' };
const subscription = '/entities/API/default/Orders/subscription';

describe('the preview of an audience', () => {
  let knex: Knex;
  let api: ApiBench;
  /** Called for each entity that the plugin reads for itself. */
  let onOwnRead: (entityRef: string) => void = () => {};

  beforeAll(async () => {
    knex = await createTestDatabase();
    api = await ApiBench.start(knex, {
      shows: (entityRef, viewer) => {
        if (!viewer.startsWith('user:')) onOwnRead(entityRef);
        return !(
          viewer === 'user:default/alice' &&
          entityRef === 'component:default/mailer'
        );
      },
    });
  });

  afterAll(async () => {
    await api?.stop();
  });

  it('counts people and teams, and names the consumers the viewer may see', async () => {
    const { body } = await api.call('alice', 'post', '/audience', preview);
    expect(body).toMatchObject({
      entityRef: 'api:default/orders',
      state: 'complete',
      hidden: 1,
      people: 3,
      teams: 2,
      followers: 0,
    });
    expect(body.consumers).toEqual([
      {
        entityRef: 'component:default/checkout',
        ownerRefs: ['group:default/checkout-team'],
        direct: true,
        people: 2,
        reachable: true,
        paths: [
          [
            {
              from: 'component:default/checkout',
              type: 'consumesApi',
              to: 'api:default/orders',
            },
          ],
        ],
      },
    ]);
  });

  it('adds followers, and leaves out who muted and who asks', async () => {
    const { body: followed } = await api.call('carol', 'put', subscription, {
      mode: 'follow',
    });
    expect(followed).toEqual({
      entityRef: 'api:default/orders',
      mode: 'follow',
    });
    await api.call('alice', 'put', subscription, { mode: 'follow' });
    await api.call('bob', 'put', subscription, { mode: 'mute' });
    const { body } = await api.call('alice', 'post', '/audience', preview);
    expect(body).toMatchObject({ people: 3, followers: 1 });

    await api.call('bob', 'delete', subscription);
    const { body: again } = await api.call('bob', 'get', subscription);
    expect(again.mode).toBeNull();
    const { body: more } = await api.call(
      'alice',
      'post',
      '/audience',
      preview,
    );
    expect(more.people).toBe(4);
  });

  it('is refused at once while the catalog is away', async () => {
    let reads = 0;
    onOwnRead = () => {
      reads++;
      throw new Error('The catalog is away');
    };
    const { status } = await api.call('alice', 'post', '/audience', preview);
    onOwnRead = () => {};
    expect(status).toBe(503);
    expect(reads).toBe(1);
  });

  it('is there for entities that are', async () => {
    const { status } = await api.call('alice', 'post', '/audience', {
      entityRef: 'api:default/nothing',
    });
    expect(status).toBe(404);
  });
});
