import { copyInTurns } from './copyInTurns';

describe('copyInTurns', () => {
  const bytes = Uint8Array.from({ length: 5_000_000 }, (_, index) => index);

  it('copies all of it, and shares nothing', async () => {
    const copy = await copyInTurns(bytes);
    expect(Buffer.compare(copy, bytes)).toBe(0);
    expect(copy.buffer).not.toBe(bytes.buffer);
    expect(await copyInTurns(new Uint8Array())).toHaveLength(0);
  });

  it('lets others work meanwhile', async () => {
    let done = false;
    const copied = copyInTurns(bytes).then(() => {
      done = true;
    });
    await new Promise(setImmediate);
    expect(done).toBe(false);
    await copied;
  });
});
