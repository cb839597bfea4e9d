import { createHash } from 'crypto';

/** What an erasure left at a place. @public */
export interface Remainder {
  seq: number;
  /** Of the columns that are left, with a salt of their own. */
  digest: Buffer;
}

/** What the record of an erasure says of all that it left. @public */
export interface RemainderSummary {
  count: number;
  /** Hex; SHA-256 over `seq ‖ digest` of each, in the order of their places; `seq` as 8 bytes, big-endian. */
  digest: string;
}

/** Sums up what a removal left, which is given in the order of its places. @public */
export function summaryOf(remainders: readonly Remainder[]): RemainderSummary {
  const sum = createHash('sha256');
  const place = Buffer.alloc(8);
  for (const { seq, digest } of remainders) {
    place.writeBigUInt64BE(BigInt(seq));
    sum.update(place).update(digest);
  }
  return { count: remainders.length, digest: sum.digest('hex') };
}
