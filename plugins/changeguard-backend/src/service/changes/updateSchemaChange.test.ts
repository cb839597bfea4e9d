import {
  changeStatuses,
  ChangeStatus,
  legalMoves,
} from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { ApiBench } from '../../__testUtils__/ApiBench';
import { createTestDatabase } from '../../__testUtils__/PipelineBench';

jest.setTimeout(60_000);

/** How a change gets to a status. */
const ways: Record<ChangeStatus, ChangeStatus[]> = {
  draft: [],
  announced: ['announced'],
  released: ['announced', 'released'],
  resolved: ['announced', 'resolved'],
  withdrawn: ['withdrawn'],
};

describe('updating a change', () => {
  let knex: Knex;
  let api: ApiBench;

  beforeAll(async () => {
    knex = await createTestDatabase();
    api = await ApiBench.start(knex);
  });

  afterAll(async () => {
    await api?.stop();
  });

  const put = (id: string, body: object) =>
    api.call('alice', 'put', `/schema-changes/${id}`, body);
  const record = async (change: object = {}): Promise<string> => {
    const { body } = await api.call('alice', 'post', '/schema-changes', {
      entityRef: 'api:default/orders',
      title: 'A change',
      status: 'draft',
      ...change,
    });
    return body.id;
  };
  const events = async (id: string) => {
    const rows = await knex('outbox')
      .where({ aggregateid: id })
      .whereNot('type', 'audience.snapshotted')
      .orderBy('sequence');
    return rows.map(({ payload }) => JSON.parse(payload));
  };

  const pairs = changeStatuses.flatMap(from =>
    changeStatuses.filter(to => to !== from).map(to => [from, to] as const),
  );
  const isLegal = ([from, to]: readonly [ChangeStatus, ChangeStatus]) =>
    legalMoves(from).includes(to);
  const recordAt = async (from: ChangeStatus) => {
    const id = await record();
    for (const status of ways[from]) await put(id, { status });
    return id;
  };

  it.each(pairs.filter(isLegal))('moves from %s to %s', async (from, to) => {
    const { status, body } = await put(await recordAt(from), { status: to });
    expect(status).toBe(200);
    expect(body.status).toBe(to);
  });

  it.each(pairs.filter(pair => !isLegal(pair)))(
    'does not move from %s to %s, and says what is possible',
    async (from, to) => {
      const id = await recordAt(from);
      const { status, body } = await put(id, { status: to, title: 'Moved' });
      expect(status).toBe(409);
      for (const move of legalMoves(from)) {
        expect(body.error.message).toContain(move);
      }
      const unchanged = await api.call('alice', 'get', `/schema-changes/${id}`);
      expect(unchanged.body).toMatchObject({ status: from, title: 'A change' });
    },
  );

  it('changes the given fields, clears with null, and says so in one event', async () => {
    const id = await record({
      description: 'Long',
      migrationGuide: 'Do this',
      findings: [{ message: 'First' }, { message: 'Second' }],
    });
    const before = await api.call('alice', 'get', `/schema-changes/${id}`);
    const { body } = await put(id, {
      title: 'Renamed',
      description: null,
      migrationGuide: null,
      findings: [{ message: 'Second' }, { message: 'Third' }],
    });
    expect(body).toMatchObject({
      title: 'Renamed',
      description: '',
      migrationGuide: null,
      version: 2,
      status: 'draft',
    });
    expect(
      body.findings.map(({ message }: { message: string }) => message),
    ).toEqual(['Second', 'Third']);
    expect(body.findings[0].id).toBe(before.body.findings[1].id);
    const [, updated, ...rest] = await events(id);
    expect(rest).toEqual([]);
    expect(updated).toMatchObject({
      type: 'schema-change.updated',
      sequence: 2,
      data: {
        before: {
          title: 'A change',
          description: 'Long',
          migrationGuide: 'Do this',
        },
        after: { title: 'Renamed', description: '', migrationGuide: null },
      },
    });
    expect(Object.keys(updated.data.after).sort()).toEqual([
      'description',
      'findings',
      'migrationGuide',
      'title',
    ]);
  });

  it('that moves and edits is one event, of the move', async () => {
    const id = await record();
    await put(id, { status: 'announced', title: 'Said better', reason: 'Go' });
    const [, announced, ...rest] = await events(id);
    expect(rest).toEqual([]);
    expect(announced).toMatchObject({
      type: 'schema-change.announced',
      data: {
        before: { status: 'draft', title: 'A change' },
        after: { status: 'announced', title: 'Said better' },
        reason: 'Go',
        change: { title: 'Said better', status: 'announced', version: 2 },
      },
    });
  });

  it('to what it is already changes nothing and tells nobody', async () => {
    const id = await record();
    const { status, body } = await put(id, {
      title: 'A change',
      status: 'draft',
    });
    expect(status).toBe(200);
    expect(body.version).toBe(1);
    expect(await events(id)).toHaveLength(1);
  });

  it('re-opens what was resolved', async () => {
    const id = await record({ status: 'announced' });
    await put(id, { status: 'resolved' });
    const { body } = await put(id, { status: 'announced', reason: 'Not yet' });
    expect(body).toMatchObject({ status: 'announced', resolvedAt: null });
    expect((await events(id)).map(({ type }) => type)).toEqual([
      'schema-change.announced',
      'schema-change.resolved',
      'schema-change.reopened',
    ]);
  });

  it('deletes a draft, and keeps what happened to it', async () => {
    const id = await record();
    expect(
      (await api.call('alice', 'delete', `/schema-changes/${id}`)).status,
    ).toBe(204);
    expect(
      (await api.call('alice', 'get', `/schema-changes/${id}`)).status,
    ).toBe(404);
    expect((await events(id)).map(({ type }) => type)).toEqual([
      'schema-change.recorded',
      'schema-change.deleted',
    ]);
    await api.settled();
    const actions = await knex('audit_records')
      .where({ change_id: id })
      .orderBy('sequence')
      .pluck('action');
    expect(actions).toEqual([
      'schema-change.recorded',
      'schema-change.deleted',
    ]);
  });

  it('does not delete what was announced', async () => {
    const id = await record({ status: 'announced' });
    const { status } = await api.call(
      'alice',
      'delete',
      `/schema-changes/${id}`,
    );
    expect(status).toBe(409);
  });

  it('keeps events of very long changes within their limit', async () => {
    const id = await record({
      description: 'ä'.repeat(20_000),
      findings: Array.from({ length: 30 }, (_, n) => ({
        message: `Finding ${n}`,
        before: 'x'.repeat(4_000),
        after: 'y'.repeat(4_000),
      })),
    });
    const [{ payload }] = await knex('outbox').where({ aggregateid: id });
    expect(Buffer.byteLength(payload)).toBeLessThanOrEqual(256 * 1024);
    expect(JSON.parse(payload).data.after.findings).toEqual({ count: 30 });
  });
});
