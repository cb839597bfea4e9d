import { copyInTurns, ownMemory } from './ownMemory';

const bytes = Uint8Array.from({ length: 5_000_000 }, (_, index) => index);

describe('ownMemory', () => {
  it('copies what shares its memory with others, and nothing else', async () => {
    expect(await ownMemory(bytes)).toBe(bytes);
    const part = bytes.subarray(1);
    const owned = await ownMemory(part);
    expect(owned.buffer.byteLength).toBe(part.byteLength);
    expect(Buffer.compare(owned, part)).toBe(0);
  });

  it('copies memory that threads share', async () => {
    const shared = new Uint8Array(new SharedArrayBuffer(3));
    expect((await ownMemory(shared)).buffer).toBeInstanceOf(ArrayBuffer);
  });
});

describe('copyInTurns', () => {
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
