import { Knex } from 'knex';
import { ApiBench } from '../../__testUtils__/ApiBench';
import { sampleCatalog } from '../../__testUtils__/InMemoryCatalog';
import { Who } from '../../__testUtils__/people';
import { createTestDatabase } from '../../__testUtils__/PipelineBench';

jest.setTimeout(60_000);

const day = 24 * 60 * 60 * 1_000;

describe('the list of changes', () => {
  let knex: Knex;
  let api: ApiBench;
  const hidden = new Set<string>();

  beforeAll(async () => {
    knex = await createTestDatabase();
    api = await ApiBench.start(knex, {
      catalog: sampleCatalog()
        .relate('api:default/secret', 'ownedBy', 'group:default/orders-team')
        .relate(
          'component:default/checkout',
          'consumesApi',
          'api:default/secret',
        ),
      shows: (entityRef, viewer) => !hidden.has(`${viewer} ${entityRef}`),
    });
    hidden.add('user:default/carol api:default/secret');
    hidden.add('user:default/bob api:default/secret');
    const at = (days: number) =>
      new Date(Date.now() + days * day).toISOString();
    await api.record({ title: 'One', effectiveAt: at(3), format: 'sql' });
    await api.record({ title: 'Two', severity: 'dangerous' });
    await api.record({ title: 'Three', effectiveAt: at(1), format: 'graphql' });
    await api.record({ title: 'Four', entityRef: 'api:default/secret' });
    await api.record({ title: 'Five', status: 'draft' });
    await api.record({
      title: 'Six',
      entityRef: 'resource:default/orders-db',
      description: 'The colour column',
      effectiveAt: at(2),
    });
  });

  afterAll(async () => {
    await api?.stop();
  });

  const page = async (who: Who, query: string) => {
    const { status, body } = await api.call(
      who,
      'get',
      `/schema-changes?${query}`,
    );
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as { items: { title: string }[]; nextCursor: string | null };
  };
  const titles = async (who: Who, query = '') =>
    (await page(who, query)).items.map(({ title }) => title);
  const walk = async (who: Who, query: string) => {
    const pages: string[][] = [];
    let cursor: string | null = null;
    do {
      const next: { items: { title: string }[]; nextCursor: string | null } =
        await page(who, `${query}${cursor ? `&cursor=${cursor}` : ''}`);
      pages.push(next.items.map(({ title }) => title));
      cursor = next.nextCursor;
    } while (cursor);
    return pages;
  };

  it('shows the newest first, drafts only to the provider’s owners', async () => {
    expect(await titles('alice')).toEqual([
      'Six',
      'Five',
      'Four',
      'Three',
      'Two',
      'One',
    ]);
    expect(await titles('erin')).not.toContain('Five');
    expect(await titles('pipeline')).not.toContain('Five');
  });

  it('shows a change of a hidden entity to the owners of its consumers alone', async () => {
    expect(await titles('bob')).toContain('Four');
    expect(await titles('carol')).toEqual(['Six', 'Three', 'Two', 'One']);
  });

  it.each([
    ['entityRef=resource:default/orders-db', ['Six']],
    [
      'entityRef=Resource:orders-db&entityRef=api:default/secret',
      ['Six', 'Four'],
    ],
    ['owner=group:default/staff-team', []],
    ['consumer=component:default/orders', ['Six']],
    ['consumerOwner=group:default/mail-team', ['Six', 'Three', 'Two', 'One']],
    ['status=draft', ['Five']],
    ['severity=dangerous&severity=non-breaking', ['Two']],
    ['format=sql', ['One']],
    ['source=ci', []],
    ['q=colour', ['Six']],
    ['q=COL+orders', ['Six']],
    ['q=one', ['One']],
    [`q=${encodeURIComponent(`') & ! | :* <->`)}`, []],
    ['sort=effectiveAt&limit=3', ['Three', 'Six', 'One']],
    ['sort=-effectiveAt&limit=3', ['One', 'Six', 'Three']],
    ['sort=createdAt&limit=2', ['One', 'Two']],
  ])('filters and sorts by %s', async (query, expected) => {
    const found = await titles('alice', query);
    expect(found).toEqual(expected);
  });

  it('filters by date', async () => {
    const between = new Date(Date.now() + 1.5 * day).toISOString();
    expect(await titles('alice', `effectiveBefore=${between}`)).toEqual([
      'Three',
    ]);
    expect(await titles('alice', `effectiveAfter=${between}`)).toEqual([
      'Six',
      'One',
    ]);
  });

  it.each([
    '-createdAt',
    'createdAt',
    '-updatedAt',
    'effectiveAt',
    '-effectiveAt',
  ])('in pages by %s is the same as in one', async sort => {
    for (const who of ['alice', 'carol'] as const) {
      const whole = await titles(who, `sort=${sort}`);
      for (const limit of [1, 2, 5]) {
        const pages = await walk(who, `sort=${sort}&limit=${limit}`);
        expect(pages.flat()).toEqual(whole);
      }
    }
  });

  it('keeps rows apart that were updated within one millisecond', async () => {
    await knex.raw(
      `update schema_changes set updated_at = timestamptz '2026-01-01 00:00:00.123' + position * interval '1 microsecond'`,
    );
    const pages = await walk('alice', 'sort=-updatedAt&limit=1');
    expect(pages.flat()).toEqual([
      'Six',
      'Five',
      'Four',
      'Three',
      'Two',
      'One',
    ]);
  });

  it('takes a cursor only from the same caller, with the same filters', async () => {
    const { nextCursor } = await page('alice', 'limit=1');
    const status = async (who: Who, query: string) =>
      (await api.call(who, 'get', `/schema-changes?${query}`)).status;
    expect(await status('alice', `limit=2&cursor=${nextCursor}`)).toBe(200);
    expect(await status('bob', `limit=1&cursor=${nextCursor}`)).toBe(400);
    expect(
      await status('alice', `severity=breaking&cursor=${nextCursor}`),
    ).toBe(400);
    expect(await status('alice', `cursor=${nextCursor?.slice(0, -2)}xx`)).toBe(
      400,
    );
  });

  it('reads a page with one statement', async () => {
    const statements: string[] = [];
    const listen = ({ sql }: { sql: string }) => statements.push(sql);
    knex.on('query', listen);
    await page('alice', 'limit=3');
    knex.off('query', listen);
    const own = statements.filter(sql => sql.includes('SchemaChangeReadModel'));
    expect(own).toHaveLength(1);
    expect(own[0]).not.toMatch(/offset/i);
  });
});
