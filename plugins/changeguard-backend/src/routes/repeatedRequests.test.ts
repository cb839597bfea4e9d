import { Knex } from 'knex';
import { ApiBench } from '../__testUtils__/ApiBench';
import { createTestDatabase } from '../__testUtils__/PipelineBench';

jest.setTimeout(60_000);

const minimal = { entityRef: 'api:default/orders', title: 'A change' };

describe('repeated and outdated requests', () => {
  let knex: Knex;
  let api: ApiBench;

  beforeAll(async () => {
    knex = await createTestDatabase();
    api = await ApiBench.start(knex);
  });

  afterAll(async () => {
    await api?.stop();
  });

  const post = (key: string, body: object = minimal) =>
    api.call('alice', 'post', '/schema-changes', body, {
      'Idempotency-Key': key,
    });

  it('with the same key answer the first result, also at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => post('together')),
    );
    expect(answers.map(({ status }) => status)).toEqual([
      201, 201, 201, 201, 201,
    ]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const [{ count }] = await knex('outbox')
      .where({
        aggregateid: answers[0].body.id,
        type: 'schema-change.announced',
      })
      .count('id as count');
    expect(Number(count)).toBe(1);
  });

  it('with the same key and another body are a conflict', async () => {
    await post('once');
    const { status, body } = await post('once', { ...minimal, title: 'Other' });
    expect(status).toBe(409);
    expect(body.error.message).toContain("'once'");
  });

  it('with an answer count once, also when the change has moved on in between', async () => {
    const id = await api.record();
    const { id: consumerId } = await api.consumer(
      'bob',
      id,
      'component:default/checkout',
    );
    const answer = () =>
      api.call(
        'bob',
        'put',
        `/schema-changes/${id}/consumers/${consumerId}`,
        { state: 'migrating' },
        { 'Idempotency-Key': 'held back' },
      );
    expect((await answer()).status).toBe(200);
    await api.call('alice', 'put', `/schema-changes/${id}`, {
      title: 'Moved on',
    });
    const again = await answer();
    expect(again.status).toBe(200);
    expect(again.body.answer.onVersion).toBe(1);
    const answered = await knex('outbox').where({
      aggregateid: id,
      type: 'consumer.answered',
    });
    expect(answered).toHaveLength(1);
  });

  it('of another caller have keys of their own', async () => {
    const first = await post('shared');
    const second = await api.call('amy', 'post', '/schema-changes', minimal, {
      'Idempotency-Key': 'shared',
    });
    expect(second.body.id).not.toBe(first.body.id);
  });

  it('after a day are new requests', async () => {
    const first = await post('daily');
    await knex('idempotency_keys')
      .where({ key: 'daily' })
      .update({ created_at: knex.raw(`now() - interval '25 hours'`) });
    const second = await post('daily', { ...minimal, title: 'Next day' });
    expect(second.status).toBe(201);
    expect(second.body.id).not.toBe(first.body.id);
  });

  it('leave a refused request’s key free', async () => {
    const bad = await post('free', { ...minimal, title: '' });
    expect(bad.status).toBe(400);
    expect((await post('free')).status).toBe(201);
  });

  it('for comments answer the first comment', async () => {
    const id = await api.record();
    const comment = () =>
      api.call(
        'bob',
        'post',
        `/schema-changes/${id}/comments`,
        { body: 'Once' },
        { 'Idempotency-Key': 'comment' },
      );
    const [first, second] = await Promise.all([comment(), comment()]);
    expect(second.body.id).toBe(first.body.id);
  });

  it('for a version that is no longer the current one are 412 and change nothing', async () => {
    const id = await api.record();
    const put = (title: string, ifMatch: string) =>
      api.call(
        'alice',
        'put',
        `/schema-changes/${id}`,
        { title },
        { 'If-Match': ifMatch },
      );
    expect((await put('Second', '"1"')).headers.get('etag')).toBe('"2"');
    const outdated = await put('Third', '"1"');
    expect(outdated.status).toBe(412);
    expect(outdated.body.error.message).toContain('"2"');
    expect((await put('Third', 'W/"2"')).status).toBe(412);
    expect((await put('Third', '"7", "2"')).status).toBe(200);
    expect((await put('Fourth', '*')).body).toMatchObject({
      title: 'Fourth',
      version: 4,
    });
  });

  it('of two writers with one version let one through', async () => {
    const id = await api.record();
    const statuses = await Promise.all(
      ['One', 'Two', 'Three'].map(async title => {
        const { status } = await api.call(
          'alice',
          'put',
          `/schema-changes/${id}`,
          { title },
          { 'If-Match': '"1"' },
        );
        return status;
      }),
    );
    expect(statuses.sort()).toEqual([200, 412, 412]);
  });
});
