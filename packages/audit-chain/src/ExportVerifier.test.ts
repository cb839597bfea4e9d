import { SealedContent, sealNext } from './chain';
import { Checkpoint, signCheckpoint } from './checkpoint';
import { ExportReport } from './ExportReport';
import { ExportVerifier } from './ExportVerifier';
import { KnownKeys } from './KnownKeys';
import { linesOf } from './linesOf';
import {
  newSigner,
  recordBytes,
  erasureBytes,
  SampleTrail,
} from './__testUtils__/SampleTrail';

const signer = newSigner();
const keys = new KnownKeys([signer.publicKey]);

async function verify(
  lines: readonly string[],
  options: { keys?: KnownKeys; checkpoints?: Checkpoint[] } = {},
): Promise<ExportReport> {
  const verifier = new ExportVerifier({ keys, ...options });
  const text = Buffer.from(lines.join(''));
  // Cut anywhere, as a file is read.
  async function* chunks() {
    for (let at = 0; at < text.length; at += 1_000) {
      yield text.subarray(at, at + 1_000);
    }
  }
  for await (const line of linesOf(chunks())) verifier.take(line);
  return verifier.end();
}

describe('ExportVerifier', () => {
  let trail: SampleTrail;

  beforeEach(() => {
    trail = new SampleTrail().grow(20);
  });

  const checkpoint = (
    seq: number,
    by = signer,
    at = '2026-11-25T21:00:00.000Z',
  ) => {
    const { hash } = trail.rows[seq - 1].seal;
    return signCheckpoint({ seq, hash: hash.toString('hex'), at }, by);
  };

  it('finds an export whole', async () => {
    expect(
      await verify(trail.lines(signer), { checkpoints: [checkpoint(15)] }),
    ).toEqual({
      firstBad: null,
      complete: true,
      fromSeq: 1,
      toSeq: 20,
      hash: trail.rows[19].seal.hash.toString('hex'),
      records: 20,
      gone: 0,
      signature: 'genuine',
      checkpoints: [15],
      laterCheckpoints: [],
    });
  });

  it('finds an empty export whole', async () => {
    const report = await verify(new SampleTrail().lines(signer));
    expect(report).toMatchObject({ firstBad: null, records: 0, toSeq: 0 });
  });

  it('takes what was fetched in parts, the first of which broke off', async () => {
    const first = trail.lines(signer).slice(0, 8);
    const parts = [...first, ...trail.lines(signer, { fromSeq: 8 })];
    expect(await verify(parts)).toMatchObject({ firstBad: null, records: 20 });
    const gap = [...first, ...trail.lines(signer, { fromSeq: 9 })];
    expect(await verify(gap)).toMatchObject({
      firstBad: { line: 9, seq: 9, fault: 'out-of-sequence' },
    });
    const other = new SampleTrail().grow(20).lines(signer, { fromSeq: 8 });
    expect(await verify([...first, ...other])).toMatchObject({
      firstBad: { line: 9, seq: 8, fault: 'broken-link' },
    });
  });

  it('proves the records of a selection, and says that it is one', async () => {
    const options = {
      selection: { actor: ['user:default/alice'] },
      selects: ({ seal }: { seal: { seq: number } }) => seal.seq % 3 === 0,
    };
    const lines = trail.lines(signer, options);
    expect(await verify(lines)).toMatchObject({
      firstBad: null,
      complete: false,
      records: 6,
    });
    expect(await verify(lines.filter((_, n) => n !== 3))).toMatchObject({
      firstBad: { line: 7, fault: 'trailer-mismatch' },
    });
  });

  it('takes a content that is gone only for what a signed record says', async () => {
    const remove = (by: typeof signer | null) => {
      trail = new SampleTrail().grow(20);
      trail.append(
        erasureBytes(
          [
            [2, 3],
            [5, 5],
          ],
          by,
        ),
      );
      for (const seq of [2, 3, 5]) trail.rows[seq - 1].content = null;
      return trail.lines(signer);
    };
    const byRight = remove(signer);
    expect(await verify(byRight)).toMatchObject({ firstBad: null, gone: 3 });
    const missing = {
      firstBad: { line: null, seq: 2, fault: 'content-missing' },
    };
    expect(await verify(remove(null))).toMatchObject(missing);
    expect(await verify(remove(newSigner()))).toMatchObject(missing);
    trail.rows[3].content = null;
    expect(await verify(trail.lines(signer))).toMatchObject({
      firstBad: { fault: 'content-missing' },
    });
    // Without keys nobody can tell who signed.
    expect(
      await verify(remove(null), { keys: new KnownKeys([]) }),
    ).toMatchObject({ firstBad: null, gone: 3 });
  });

  it('wants the signature of a key that was given', async () => {
    const bad = { firstBad: { line: 22, fault: 'trailer-signature' } };
    expect(await verify(trail.lines(null))).toMatchObject(bad);
    expect(await verify(trail.lines(newSigner()))).toMatchObject(bad);
    const noKeys = { keys: new KnownKeys([]) };
    expect(await verify(trail.lines(signer), noKeys)).toMatchObject({
      firstBad: null,
      signature: 'unknown',
    });
    const forged = trail.lines(signer);
    forged[21] = forged[21].replace('21:30:00', '21:30:01');
    expect(await verify(forged)).toMatchObject(bad);
  });

  it('wants what checkpoints say, and their signatures', async () => {
    const given = checkpoint(15);
    const lines = () => trail.lines(signer);
    expect(
      await verify(lines(), { checkpoints: [checkpoint(15, newSigner())] }),
    ).toMatchObject({ firstBad: { seq: 15, fault: 'checkpoint-signature' } });
    trail = new SampleTrail().grow(20);
    expect(await verify(lines(), { checkpoints: [given] })).toMatchObject({
      firstBad: { line: 16, seq: 15, fault: 'checkpoint-mismatch' },
    });
    trail = new SampleTrail().grow(14);
    expect(await verify(lines(), { checkpoints: [given] })).toMatchObject({
      firstBad: { line: null, seq: 15, fault: 'cut-off' },
    });
  });

  it('leaves alone checkpoints that were made after the export, when its time is signed', async () => {
    const later = checkpoint(15, signer, '2026-11-25T21:30:00.000Z');
    trail = new SampleTrail().grow(14);
    expect(
      await verify(trail.lines(signer), { checkpoints: [later] }),
    ).toMatchObject({ firstBad: null, laterCheckpoints: [15] });
    expect(
      await verify(trail.lines(null), {
        keys: new KnownKeys([]),
        checkpoints: [later],
      }),
    ).toMatchObject({ firstBad: { seq: 15, fault: 'cut-off' } });
  });

  it.each([
    ['is cut', (lines: string[]) => lines.slice(0, -1), null, 'no-trailer'],
    ['is empty', () => [], null, 'no-trailer'],
    ['lacks its header', (lines: string[]) => lines.slice(1), 1, 'malformed'],
    [
      'has a line that is none',
      (lines: string[]) => [lines[0], 'hello\n', ...lines.slice(1)],
      2,
      'malformed',
    ],
    [
      'has a member more',
      (lines: string[]) =>
        lines.map(line => line.replace('"seq":3,', '"seq":3,"x":1,')),
      4,
      'malformed',
    ],
    [
      'has its trailer twice',
      (lines: string[]) => [...lines, lines[lines.length - 1]],
      23,
      'malformed',
    ],
    [
      'begins with what was never there',
      (lines: string[]) =>
        lines.map(line => line.replace(/("fromSeq":1,"prev":")00/, '$1ff')),
      1,
      'broken-link',
    ],
  ])('names the line of an export that %s', async (_, change, line, fault) => {
    expect(await verify(change(trail.lines(signer)))).toMatchObject({
      firstBad: { line, fault },
    });
  });

  it('names the line of a content that was changed, and one that was sealed anew', async () => {
    const bytes = recordBytes({ action: 'something else' });
    const { seal, content } = trail.rows[6];
    const changed: SealedContent = { salt: content!.salt, bytes };
    trail.rows[6] = { seal, content: changed };
    expect(await verify(trail.lines(signer))).toMatchObject({
      firstBad: { line: 8, seq: 7, fault: 'wrong-digest' },
    });
    trail.rows[6] = {
      seal: sealNext(trail.rows[5].seal, changed),
      content: changed,
    };
    expect(await verify(trail.lines(signer))).toMatchObject({
      firstBad: { line: 9, seq: 8, fault: 'broken-link' },
    });
  });
});
