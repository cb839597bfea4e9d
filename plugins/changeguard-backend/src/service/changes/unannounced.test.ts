import { Knex } from 'knex';
import { ApiBench } from '../../__testUtils__/ApiBench';
import { Who } from '../../__testUtils__/people';
import { createTestDatabase } from '../../__testUtils__/PipelineBench';

jest.setTimeout(60_000);

describe('a change that was never announced', () => {
  let knex: Knex;
  let api: ApiBench;
  let draft: string;
  let withdrawn: string;

  beforeAll(async () => {
    knex = await createTestDatabase();
    api = await ApiBench.start(knex);
    draft = await api.record({ title: 'Draft', status: 'draft' });
    withdrawn = await api.record({ title: 'Thrown away', status: 'draft' });
    await api.call('alice', 'put', `/schema-changes/${withdrawn}`, {
      status: 'withdrawn',
    });
    await api.settled();
  });

  afterAll(async () => {
    await api?.stop();
  });

  const listed = async (who: Who, query: string) => {
    const { body } = await api.call(who, 'get', `/schema-changes?${query}`);
    return body.items.map(({ title }: { title: string }) => title);
  };

  it.each(['', 'status=draft&status=withdrawn', 'q=draft', 'sort=effectiveAt'])(
    'is listed for the provider’s owners alone, asked for by "%s"',
    async query => {
      expect(await listed('amy', query)).toContain('Draft');
      for (const who of ['bob', 'carol', 'pipeline'] as const) {
        expect(await listed(who, query)).toEqual([]);
      }
    },
  );

  it('is found from what is the viewer’s own in a list of drafts', async () => {
    expect(await listed('amy', 'status=draft')).toEqual(['Draft']);
    expect(await listed('alice', 'status=withdrawn')).toEqual(['Thrown away']);
    expect(await listed('bob', 'status=draft')).toEqual([]);
    await knex('audience_members').insert({
      change_id: draft,
      user_ref: 'user:default/pat',
      role: 'provider',
      via_entity_ref: 'api:default/orders',
      via_owner_ref: 'group:default/orders-team',
    });
    expect(await listed('pat', 'status=draft')).toEqual(['Draft']);
  });

  it.each(['', '/comments', '/consumers', '/audit'])(
    'is not there for others: GET …%s',
    async part => {
      for (const id of [draft, withdrawn]) {
        const path = `/schema-changes/${id}${part}`;
        expect((await api.call('amy', 'get', path)).status).toBe(200);
        expect((await api.call('bob', 'get', path)).status).toBe(404);
        expect((await api.call('carol', 'get', path)).status).toBe(404);
      }
    },
  );

  it('tells nobody outside that it was withdrawn', async () => {
    for (const who of ['bob', 'carol'] as const) {
      const { body } = await api.call(who, 'get', '/notifications');
      expect(body.items).toEqual([]);
    }
  });
});
