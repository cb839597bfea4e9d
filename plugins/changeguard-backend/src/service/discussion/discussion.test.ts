import { Knex } from 'knex';
import { ApiBench } from '../../__testUtils__/ApiBench';
import { createTestDatabase } from '../../__testUtils__/PipelineBench';

jest.setTimeout(60_000);

describe('the discussion of a change', () => {
  let knex: Knex;
  let api: ApiBench;
  let path: string;
  let changeId: string;

  beforeAll(async () => {
    knex = await createTestDatabase();
    api = await ApiBench.start(knex);
  });

  beforeEach(async () => {
    changeId = await api.record();
    path = `/schema-changes/${changeId}/comments`;
  });

  afterAll(async () => {
    await api?.stop();
  });

  const say = async (body: string) =>
    (await api.call('bob', 'post', path, { body })).body;

  it('is read oldest first, in pages', async () => {
    for (const body of ['One', 'Two', 'Three']) await say(body);
    const first = await api.call('alice', 'get', `${path}?limit=2`);
    const second = await api.call(
      'alice',
      'get',
      `${path}?limit=2&cursor=${first.body.nextCursor}`,
    );
    const bodies = [...first.body.items, ...second.body.items].map(
      ({ body }) => body,
    );
    expect(bodies).toEqual(['One', 'Two', 'Three']);
    expect(second.body.nextCursor).toBeNull();
    expect(first.body.items[0].mayEdit).toBe(false);
  });

  it('shows that a comment was edited, and whom it mentions now', async () => {
    const { id } = await say('Ask @alice');
    const { body } = await api.call(
      'bob',
      'put',
      `${path}/${id}`,
      { body: 'Ask @group:default/orders-team' },
      { 'If-Match': '"1"' },
    );
    expect(body).toMatchObject({
      mentions: ['group:default/orders-team'],
      version: 2,
      editedAt: expect.any(String),
    });
    const outdated = await api.call(
      'bob',
      'put',
      `${path}/${id}`,
      { body: 'Again' },
      { 'If-Match': '"1"' },
    );
    expect(outdated.status).toBe(412);
  });

  it('keeps the place of a deleted comment, without its words', async () => {
    const { id } = await say('My password is hunter2, @alice');
    for (let time = 0; time < 2; time++) {
      const { status, body } = await api.call('bob', 'delete', `${path}/${id}`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ body: '', mentions: [], mayEdit: false });
      expect(body.deletedAt).toEqual(expect.any(String));
    }
    const edited = await api.call('bob', 'put', `${path}/${id}`, {
      body: 'No',
    });
    expect(edited.status).toBe(409);
    const types = await knex('outbox')
      .where({ aggregateid: changeId })
      .whereLike('type', 'comment.%')
      .orderBy('sequence')
      .pluck('type');
    expect(types).toEqual(['comment.added', 'comment.deleted']);
  });

  it('does not make a new version of the change', async () => {
    await say('Hello');
    const { headers } = await api.call(
      'bob',
      'get',
      `/schema-changes/${changeId}`,
    );
    expect(headers.get('etag')).toBe('"1"');
  });

  it('is part of the history, which is read in pages, too', async () => {
    await say('Hello');
    await say('Hello again');
    await api.settled();
    const actions: string[] = [];
    let cursor = '';
    do {
      const { body } = await api.call(
        'alice',
        'get',
        `/schema-changes/${changeId}/audit?limit=1${cursor}`,
      );
      actions.push(
        ...body.items.map(({ action }: { action: string }) => action),
      );
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(actions).toEqual([
      'schema-change.announced',
      'audience.snapshotted',
      'comment.added',
      'comment.added',
    ]);
  });
});
