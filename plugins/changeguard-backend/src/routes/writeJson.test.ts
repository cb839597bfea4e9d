import { createServer, Server } from 'http';
import { AddressInfo } from 'net';
import express from 'express';
import { longestStretch } from '../__testUtils__/longestStretch';
import { waitUntil } from '../__testUtils__/waitUntil';
import { writeJson } from './writeJson';

const megabyte = 1024 * 1024;

/** Text with what JSON escapes, and with characters of two units at every place where it may be cut. */
function textOf(length: number): string {
  return `x${'"😀\n€'.repeat(length / 5)}`;
}

describe('writeJson', () => {
  let server: Server;
  let value: unknown;
  let longest: number;
  let ended = 0;
  let failure: unknown;

  const answer = async () => {
    const { port } = server.address() as AddressInfo;
    return fetch(`http://127.0.0.1:${port}/`);
  };

  beforeAll(async () => {
    const app = express().get('/', async (_, res) => {
      const measured = longestStretch();
      await writeJson(res, value).catch(error => {
        failure = error;
      });
      longest = measured();
      ended++;
    });
    server = createServer(app);
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  afterAll(() => new Promise<void>(resolve => server.close(() => resolve())));

  it.each([
    ['short', { id: 1, definition: 'openapi: 3.1.0', none: null }],
    ['long', { id: 1, definition: textOf(megabyte), note: 'after it' }],
    ['twice long', { one: textOf(megabyte), other: textOf(megabyte) }],
    ['one half of a pair', { text: `${textOf(megabyte)}\ud83d` }],
    ['long below', { items: [{ text: textOf(megabyte) }] }],
    ['no object', 'text'],
  ])('writes what JSON.stringify writes: %s', async (_, written) => {
    value = written;
    const response = await answer();
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const text = await response.text();
    expect(text === JSON.stringify(written)).toBe(true);
  });

  it('ends in peace when the reader goes away in the middle', async () => {
    value = { definition: textOf(10 * megabyte) };
    failure = undefined;
    const response = await answer();
    const reader = response.body!.getReader();
    await reader.read();
    ended = 0;
    await reader.cancel();
    await waitUntil('writing has ended', () => ended === 1);
    expect(failure).toBeUndefined();
  });

  it('rejects what cannot be written, and does not take it for a reader who went away', async () => {
    value = { definition: textOf(megabyte), count: 1n };
    failure = undefined;
    ended = 0;
    await expect(answer().then(response => response.text())).rejects.toThrow();
    await waitUntil('writing has ended', () => ended === 1);
    expect(failure).toBeInstanceOf(TypeError);
  });

  it('keeps the event loop free while it writes ten megabytes', async () => {
    value = { definition: textOf(10 * megabyte) };
    const measure = async () => {
      ended = 0;
      const { body } = await answer();
      // The reader is in this thread, too, and keeps nothing: it is not what is measured.
      for await (const piece of body!) expect(piece).not.toHaveLength(0);
      await waitUntil('writing has ended', () => ended === 1);
      return longest;
    };
    const stretches = [await measure(), await measure(), await measure()];
    // Work of this thread is there every time; what a busy machine adds to it is not.
    expect(Math.min(...stretches)).toBeLessThan(50);
  });
});
