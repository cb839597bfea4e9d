import express from 'express';
import request from 'supertest';
import { longestStretch } from '../../__testUtils__/longestStretch';
import { JsonThread } from './JsonThread';
import { bodyReader } from './readBody';

jest.setTimeout(60_000);

const megabyte = 1024 * 1024;

describe('bodyReader', () => {
  const thread = new JsonThread();
  const read = bodyReader(
    { bodyBytes: megabyte, detection: { definitionBytes: 16 * megabyte } },
    thread,
  );
  let got: unknown;
  const app = express();
  app.post('/', (req, res) => {
    read(req, res, 'definitions').then(
      body => {
        got = body;
        res.status(204).end();
      },
      (error: Error) => {
        res.status(400).json({ name: error.name });
      },
    );
  });
  const post = (body: string) =>
    request(app).post('/').set('content-type', 'application/json').send(body);

  beforeEach(() => {
    got = undefined;
  });
  afterAll(() => thread.stop());

  it.each([
    ['short', 10],
    ['long', 2 * megabyte],
  ])('reads %s texts', async (_, length) => {
    const body = { revision: 'ä'.repeat(length), levels: { a: 'muted' } };
    await post(JSON.stringify(body)).expect(204);
    expect(got).toEqual(body);
  });

  it.each([
    ['short', '{"revision": '],
    ['long', `{"revision": "${'a'.repeat(megabyte)}`],
  ])('refuses what is not JSON, though it is %s', async (_, body) => {
    expect((await post(body)).body).toEqual({ name: 'InputError' });
  });

  it('refuses many values, which would have to be taken over one by one', async () => {
    const long = `[${'0,'.repeat(megabyte)}0]`;
    const deep = `${'['.repeat(megabyte)}${']'.repeat(megabyte)}`;
    for (const body of [long, deep]) {
      expect((await post(body)).body).toEqual({ name: 'InputError' });
    }
  });

  it('does not hold the event loop over two definitions of 16 MB', async () => {
    const text = 'a: "b"\n'.repeat((16 * megabyte) / 7);
    const body = JSON.stringify({ base: text, revision: text });
    await post(JSON.stringify({ revision: 'a'.repeat(megabyte) })).expect(204);
    // The best of three, because a collection of garbage may fall into any.
    const stretches: number[] = [];
    for (let turn = 0; turn < 3; turn++) {
      const stretch = longestStretch();
      await post(body).expect(204);
      stretches.push(stretch());
    }
    expect(Math.min(...stretches)).toBeLessThan(50);
    expect(got).toEqual({ base: text, revision: text });
  });
});
