import { ByteBlocks } from './ByteBlocks';

const kilobyte = 1024;

/** A piece with memory of its own, as Node reads it from a socket. */
const piece = (length: number, value: number) =>
  new Uint8Array(length).fill(value);

describe('ByteBlocks', () => {
  it('keeps long pieces as they are', () => {
    const blocks = new ByteBlocks();
    const pieces = [piece(64 * kilobyte, 1), piece(16 * kilobyte, 2)];
    pieces.forEach(one => blocks.add(one));
    const [first, second] = blocks.end();
    expect(first).toBe(pieces[0]);
    expect(second).toBe(pieces[1]);
  });

  it.each([
    ['short', 1_000],
    ['longer than a block, and parts of something', 700 * kilobyte],
  ])('puts together pieces that are %s', (_, length) => {
    const blocks = new ByteBlocks();
    const whole = Uint8Array.from({ length: 3 * length }, (__, at) => at % 251);
    for (let from = 0; from < whole.length; from += length) {
      blocks.add(whole.subarray(from, from + length));
    }
    const taken = blocks.end();
    expect(Buffer.compare(Buffer.concat(taken), whole)).toBe(0);
    expect(taken.some(({ buffer }) => buffer === whole.buffer)).toBe(false);
  });

  it('keeps the order of short and long ones', () => {
    const blocks = new ByteBlocks();
    const pieces = [10, 20 * kilobyte, 10, 10, 30 * kilobyte].map(piece);
    pieces.forEach(one => blocks.add(one));
    const taken = blocks.end();
    expect(taken).toHaveLength(4);
    expect(Buffer.compare(Buffer.concat(taken), Buffer.concat(pieces))).toBe(0);
  });

  it('takes no more memory than there is to keep, twice over', () => {
    const blocks = new ByteBlocks();
    for (let turn = 0; turn < 20; turn++) {
      blocks.add(piece(1, 1));
      blocks.add(piece(16 * kilobyte, 2));
    }
    const taken = blocks.end().map(({ buffer }) => buffer.byteLength);
    expect(taken.reduce((sum, one) => sum + one)).toBe(20 + 20 * 16 * kilobyte);
  });

  it('has nothing to hand over of nothing', () => {
    expect(new ByteBlocks().end()).toEqual([]);
  });
});
