import { createHash } from 'crypto';
import {
  erasureBytes,
  newSigner,
  purgeBytes,
  recordBytes,
} from './__testUtils__/SampleTrail';
import { KnownKeys } from './KnownKeys';
import { remaindersText, removalOf } from './removal';
import { Removals } from './Removals';
import { summaryOf } from './remainders';

const signer = newSigner();

/** Those of these records that count, when the keys of the signer are known. */
function removals(...records: Buffer[]): Removals {
  const all = new Removals(new KnownKeys([signer.publicKey]));
  for (const bytes of records) all.add(removalOf(bytes)!);
  return all;
}

/** A record with something in its text replaced. */
function replaced(bytes: Buffer, from: RegExp, to: string): Buffer {
  const text = bytes.toString().replace(from, to);
  expect(text).not.toBe(bytes.toString());
  return Buffer.from(text);
}

describe('Removals', () => {
  const erasure = erasureBytes([[4, 6]], signer);
  const purge = purgeBytes([[1, 2]], signer);

  it('say what is purged, what is erased, and what nobody removed', () => {
    const all = removals(erasure, purge);
    expect(all.purged.within(1, 9)).toEqual([[1, 2]]);
    expect(all.withRemainders).toMatchObject([{ ranges: [[4, 6]] }]);
    expect(all.firstUnexplained([[1, 2]])).toBeNull();
    expect(all.firstUnexplained([[2, 6]])).toBe(3);
    expect(all.firstUnexplained([[6, 7]])).toBe(7);
  });

  it.each([
    ['another id', /"id" : "0192/, '"id" : "0193'],
    ['another action', /audit\.erased/, 'audit.purged'],
    ['other places', /\[\[4,6\]\]/, '[[4,7]]'],
    ['another count', /"count":1/, '"count":2'],
    ['another digest', /"digest":"./, '"digest":"g'],
    ['a digest that is none', /"digest":"/, '"digest":7,"was":"'],
    ['no signature of what is left', /("digest":"\w+",)"keyId/, '$1"key'],
  ])('do not count with %s than what was signed', (_, from, to) => {
    const told = removalOf(replaced(erasure, from, to));
    const all = new Removals(new KnownKeys([signer.publicKey]));
    if (told) all.add(told);
    expect(all.firstUnexplained([[4, 4]])).toBe(4);
    expect(all.withRemainders).toEqual([]);
    expect(all.purged.has(4)).toBe(false);
  });

  it('are no purge for the signature of an erasure', () => {
    const stolen = replaced(
      replaced(erasure, /,"remainders":\{[^}]*\}/, ''),
      /audit\.erased/,
      'audit.purged',
    );
    expect(removals(stolen).purged.has(4)).toBe(true);
    expect(removals(erasure, stolen).purged.has(4)).toBe(false);
    expect(removals(stolen, erasure).purged.has(4)).toBe(false);
  });

  it('are none when their bytes are not JSON', () => {
    expect(removalOf(Buffer.from('{"action" : "audit.erased"'))).toBeNull();
    expect(
      removalOf(recordBytes({ action: 'audit.erased', after: 7 })),
    ).toBeNull();
  });

  it('sign what an auditor can write down again', () => {
    const remainders = [1, 258].map(seq => ({
      seq,
      digest: Buffer.alloc(32, seq),
    }));
    const digest = createHash('sha256')
      .update(Buffer.from('0000000000000001', 'hex'))
      .update(Buffer.alloc(32, 1))
      .update(Buffer.from('0000000000000102', 'hex'))
      .update(Buffer.alloc(32, 2))
      .digest('hex');
    const summary = summaryOf(remainders);
    expect(summary).toEqual({ count: 2, digest });
    const ranges = [
      [1, 1],
      [258, 258],
    ] as const;
    expect(
      remaindersText({ id: 'an id', action: 'audit.erased', ranges }, summary),
    ).toBe(
      `changeguard-audit-remainders/1\nan id\naudit.erased\n1-1,258-258\n2\n${digest}`,
    );
  });
});
