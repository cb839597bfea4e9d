import { createHash, generateKeyPairSync, randomBytes } from 'crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import {
  Ed25519Signer,
  GENESIS,
  headerLine,
  recordLine,
  Seal,
  sealNext,
  signCheckpoint,
  trailerLine,
} from '@changeguard/audit-chain';
import { runCommand } from '../__testUtils__/runCommand';

function newSigner(): Ed25519Signer {
  const { privateKey } = generateKeyPairSync('ed25519');
  return new Ed25519Signer(
    privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
}

const signer = newSigner();

/** An export of five records. */
function sampleExport(): { text: string; seals: Seal[] } {
  const seals: Seal[] = [];
  const lines = [1, 2, 3, 4, 5].map(n => {
    const content = {
      salt: randomBytes(32),
      bytes: Buffer.from(`{"action" : "comment.added", "after" : ${n}}`),
    };
    seals.push(sealNext(seals[seals.length - 1] ?? null, content));
    return recordLine(seals[seals.length - 1], content);
  });
  const hashes = createHash('sha256');
  seals.forEach(({ hash }) => hashes.update(hash));
  const prev = GENESIS.toString('hex');
  const trailer = {
    fromSeq: 1,
    toSeq: 5,
    hash: seals[4].hash.toString('hex'),
    records: 5,
    lines: hashes.digest('hex'),
    selection: null,
    at: '2026-11-25T21:30:00.000Z',
  };
  return {
    text: [
      headerLine({ changeguardAudit: 1, fromSeq: 1, prev, selection: null }),
      ...lines,
      trailerLine(trailer, signer),
    ].join(''),
    seals,
  };
}

describe('changeguard audit verify', () => {
  const { text, seals } = sampleExport();
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'changeguard-cli-'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const file = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const run = (args: string[], stdin?: string) =>
    runCommand(['audit', 'verify', ...args], stdin);

  it('says that an export is whole, signed, and as a checkpoint in a log says', async () => {
    const checkpoint = signCheckpoint(
      {
        seq: 4,
        hash: seals[3].hash.toString('hex'),
        at: '2026-11-25T21:00:00.000Z',
      },
      signer,
    );
    const log = {
      level: 'info',
      message: `Audit checkpoint ${JSON.stringify(checkpoint)}`,
    };
    const { exitCode, out } = await run([
      file('export.jsonl', text),
      ...['--public-key', file('key.pem', signer.publicKey)],
      ...['--checkpoint', file('portal.log', `x\n${JSON.stringify(log)}\n`)],
    ]);
    expect(out).toBe(
      [
        'Intact: every record from 1 to 5 (5).',
        `Hash of the last one: ${seals[4].hash.toString('hex')}`,
        'Signature: genuine.',
        'Checkpoint at 4: agrees.',
      ].join('\n'),
    );
    expect(exitCode).toBe(0);
  });

  it('names the first bad line, and ends with 1', async () => {
    const tampered = text.replace('"after" : 3', '"after" : 4');
    const { exitCode, out } = await run(['-'], tampered);
    expect(out).toBe(
      'BROKEN. Line 4, record 3: its content is not what was sealed.',
    );
    expect(exitCode).toBe(1);
    const json = await run(['-', '--json'], tampered);
    expect(JSON.parse(json.out)).toMatchObject({
      firstBad: { line: 4, seq: 3, fault: 'wrong-digest' },
    });
  });

  it('refuses the signature of another key', async () => {
    const other = file('other.pem', newSigner().publicKey);
    const { exitCode, out } = await run(['-', '--public-key', other], text);
    expect(out).toMatch(/Line 7: the trailer is not signed with a key/);
    expect(exitCode).toBe(1);
  });

  it('says without keys that it did not check signatures', async () => {
    const { exitCode, out } = await run(['-'], text);
    expect(out).toMatch(/not checked/);
    expect(exitCode).toBe(0);
  });

  it.each([
    ['no export', [], /Name one export/, 2],
    ['two exports', ['a', 'b'], /Name one export/, 2],
    ['an option it does not know', ['-', '--key', 'x'], /--key/, 2],
    ['a file that is not there', ['/nowhere.jsonl'], /nowhere/, 3],
    ['a key that is none', ['-', '--public-key', __filename], /Ed25519/, 2],
    [
      'checkpoints that are none',
      ['-', '--checkpoint', __filename],
      /no checkpoint/,
      2,
    ],
  ])('is told of %s', async (_, args, message, code) => {
    const { exitCode, err } = await run(args);
    expect(err).toMatch(message);
    expect(exitCode).toBe(code);
  });

  it('explains itself', async () => {
    const { exitCode, out } = await run(['--help']);
    expect(out).toMatch(/^Usage: changeguard audit verify/);
    expect(exitCode).toBe(0);
  });
});
