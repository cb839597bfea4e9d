import fc from 'fast-check';
import { randomBytes } from 'crypto';
import { digestOf, hashOf, sealNext } from './chain';
import { signCheckpoint } from './checkpoint';
import { ExportReport } from './ExportReport';
import { ExportVerifier } from './ExportVerifier';
import { KnownKeys } from './KnownKeys';
import { removalActions, removalOf } from './removal';
import {
  erasureBytes,
  newSigner,
  purgeBytes,
  recordBytes,
  Row,
  SampleTrail,
} from './__testUtils__/SampleTrail';

const signer = newSigner();
const keys = new KnownKeys([signer.publicKey]);
/** Somebody else's key. */
const stranger = newSigner();
const length = 20;
/** Places whose content is gone: erased, as a record before the checkpoint says, and purged, as one after it does. */
const [erased, purged] = [
  [4, 5],
  [1, 2],
];
const gone = [...purged, ...erased].map(seq => seq - 1);
const original = new SampleTrail().grow(length - 4);
original.append(erasureBytes([[4, 5]], signer));
original.grow(1);
original.append(purgeBytes([[1, 2]], signer));
original.grow(1);
gone.forEach(index => {
  original.rows[index].content = null;
});
/** An index whose content is there. */
const kept = (index: number) => (gone.includes(index) ? 2 : index);
/** The newest that somebody keeps elsewhere. */
const heldSeq = 18;
const held = signCheckpoint(
  {
    seq: heldSeq,
    hash: original.rows[heldSeq - 1].seal.hash.toString('hex'),
    at: '2026-11-25T21:00:00.000Z',
  },
  signer,
);

/** What the portal exports of these rows: it signs what it finds, it does not look. */
function report(rows: Row[]): ExportReport {
  const verifier = new ExportVerifier({ keys, checkpoints: [held] });
  for (const line of new SampleTrail(rows).lines(signer)) {
    verifier.take(Buffer.from(line.slice(0, -1)));
  }
  return verifier.end();
}

const forgery = () => ({
  salt: randomBytes(32),
  bytes: recordBytes({
    action: 'forged',
    after: randomBytes(4).toString('hex'),
  }),
});

/** Seals every row from an index on again, as whoever has the database can: they need no key for it. */
function rechain(rows: Row[], from: number): Row[] {
  const out = rows.slice(0, from);
  for (const { seal, content } of rows.slice(from)) {
    const before = out[out.length - 1]?.seal ?? null;
    const digest = content ? digestOf(content) : seal.digest;
    const { seq, prev } = sealNext(before, forgery());
    out.push({
      seal: { seq, prev, digest, hash: hashOf(prev, seq, digest) },
      content,
    });
  }
  return out;
}

/** At index `a`, which is at or before the checkpoint; `b` is another such index, `byte` anything. */
type Tampering = (
  rows: Row[],
  at: { a: number; b: number; byte: number },
) => Row[];

function flipped(bytes: Buffer, byte: number): Buffer {
  const copy = Buffer.from(bytes);
  // Never a newline, which would be another line rather than another byte.
  copy[byte % copy.length] ^= 0x80;
  return copy;
}

const withRow = (rows: Row[], index: number, row: Row) =>
  rows.map((one, n) => (n === index ? row : one));

const tamperings: Record<string, Tampering> = {
  'edit a content': (rows, { a, byte }) => {
    const { seal, content } = rows[a];
    const { salt, bytes } = content ?? forgery();
    const edited = { salt, bytes: flipped(bytes, byte) };
    return withRow(rows, a, { seal, content: edited });
  },
  'edit a salt': (rows, { a, byte }) => {
    const { seal, content } = rows[a];
    const { salt, bytes } = content ?? forgery();
    return withRow(rows, a, {
      seal,
      content: { salt: flipped(salt, byte), bytes },
    });
  },
  'edit a seal': (rows, { a, b, byte }) => {
    const { seal, content } = rows[a];
    const member = (['prev', 'digest', 'hash'] as const)[b % 3];
    const edited = { ...seal, [member]: flipped(seal[member], byte) };
    return withRow(rows, a, { seal: edited, content });
  },
  'renumber a record': (rows, { a, b }) => {
    const seal = { ...rows[a].seal, seq: (a === b ? length : b) + 1 };
    return withRow(rows, a, { ...rows[a], seal });
  },
  'edit a content and seal that record anew': (rows, { a }) => {
    const content = forgery();
    const seal = sealNext(rows[a - 1]?.seal ?? null, content);
    return withRow(rows, a, { seal, content });
  },
  'edit a content and re-chain everything after it': (rows, { a }) =>
    rechain(withRow(rows, a, { seal: rows[a].seal, content: forgery() }), a),
  'take a content away': (rows, { a }) => {
    const index = kept(a);
    return withRow(rows, index, { seal: rows[index].seal, content: null });
  },
  'take a content away and append a record that says it was erased': (
    rows,
    { a, b },
  ) => {
    const index = kept(a);
    const seq = index + 1;
    const trail = new SampleTrail(
      withRow(rows, index, { seal: rows[index].seal, content: null }),
    );
    trail.append(erasureBytes([[seq, seq]], b % 2 ? null : stranger));
    return trail.rows;
  },
  'take a content away and say that it was erased or purged as well': (
    rows,
    { a, b },
  ) => {
    const index = kept(a);
    const removal = rows.findIndex(
      ({ content }) =>
        content && removalOf(content.bytes)?.action === removalActions[b % 2],
    );
    const { seal, content } = rows[removal];
    const text = content!.bytes
      .toString()
      .replace('"ranges":[', `"ranges":[[${index + 1},${index + 1}],`);
    const widened = { salt: content!.salt, bytes: Buffer.from(text) };
    return rechain(
      withRow(
        withRow(rows, index, { seal: rows[index].seal, content: null }),
        removal,
        { seal, content: widened },
      ),
      removal,
    );
  },
  'put a content where one was erased or purged': (rows, { a }) => {
    const index = gone[a % gone.length];
    return withRow(rows, index, { seal: rows[index].seal, content: forgery() });
  },
  'put a content where one was erased or purged and re-chain': (
    rows,
    { a },
  ) => {
    const index = gone[a % gone.length];
    const { seal } = rows[index];
    return rechain(withRow(rows, index, { seal, content: forgery() }), index);
  },
  'swap the places of what was erased and what was not': (rows, { a, b }) => {
    const [one, other] = [gone[a % gone.length], kept(b)];
    return withRow(
      withRow(rows, one, {
        seal: rows[one].seal,
        content: rows[other].content,
      }),
      other,
      { seal: rows[other].seal, content: null },
    );
  },
  'delete a record': (rows, { a }) => rows.filter((_, n) => n !== a),
  'delete a record and re-chain': (rows, { a }) =>
    rechain(
      rows.filter((_, n) => n !== a),
      a,
    ),
  'insert a copy': (rows, { a, b }) => [
    ...rows.slice(0, a),
    rows[b],
    ...rows.slice(a),
  ],
  'insert a forgery and re-chain': (rows, { a }) =>
    rechain(
      [
        ...rows.slice(0, a),
        { seal: rows[a].seal, content: forgery() },
        ...rows.slice(a),
      ],
      a,
    ),
  'swap two records': (rows, { a, b }) => swapped(rows, a, b),
  'swap two contents': (rows, { a, b }) => {
    const [one, other] = apart(a, b);
    return withRow(
      withRow(rows, one, {
        seal: rows[one].seal,
        content: rows[other].content ?? forgery(),
      }),
      other,
      {
        seal: rows[other].seal,
        content: rows[one].content ?? forgery(),
      },
    );
  },
  'swap two records and re-chain': (rows, { a, b }) =>
    rechain(swapped(rows, a, b), Math.min(...apart(a, b))),
  'cut the end off': (rows, { a }) => rows.slice(0, a),
  'cut the end off and append something else': (rows, { a }) =>
    new SampleTrail(rows.slice(0, a)).grow(length - a).rows,
  'replace everything': () => new SampleTrail().grow(length).rows,
};

/** Two different indexes. */
function apart(a: number, b: number): [number, number] {
  return a === b ? [a, (b + 1) % heldSeq] : [a, b];
}

function swapped(rows: Row[], a: number, b: number): Row[] {
  const [one, other] = apart(a, b);
  return withRow(withRow(rows, one, rows[other]), other, rows[one]);
}

describe('tampering at or before the newest checkpoint that is kept elsewhere', () => {
  it('is not found where there is none', () => {
    expect(report(original.rows)).toMatchObject({
      firstBad: null,
      gone: 4,
      checkpoints: [heldSeq],
    });
  });

  it('is found, 10,000 times of 10,000', () => {
    const index = fc.nat(heldSeq - 1);
    const tried = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(tamperings)),
        fc.record({ a: index, b: index, byte: fc.nat(1_000) }),
        (name, at) => {
          const rows = tamperings[name]([...original.rows], at);
          tried.set(name, (tried.get(name) ?? 0) + 1);
          return report(rows).firstBad !== null;
        },
      ),
      { numRuns: 10_000 },
    );
    const count = [...tried.values()].reduce((sum, one) => sum + one, 0);
    expect(count).toBe(10_000);
    expect(tried.size).toBe(Object.keys(tamperings).length);
  });
});
