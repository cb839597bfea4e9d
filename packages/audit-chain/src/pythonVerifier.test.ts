import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import {
  erasureBytes,
  newSigner,
  purgeBytes,
  SampleTrail,
} from './__testUtils__/SampleTrail';

const script = resolve(__dirname, '../../../docs/operations/verify_audit.py');
const signer = newSigner();

describe('verify_audit.py, the rules in another language', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'changeguard-audit-'));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const verify = (lines: readonly string[]) => {
    const file = join(folder, 'export.jsonl');
    writeFileSync(file, lines.join(''));
    const { error, status, stdout, stderr } = spawnSync(
      'python3',
      [script, file],
      { encoding: 'utf8' },
    );
    if (error) {
      throw new Error(
        'These tests need python3 on the PATH (apt-get install python3).',
      );
    }
    return { status, said: (stdout + stderr).trim() };
  };

  it('finds what the portal exports intact, in parts and with contents erased', () => {
    const trail = new SampleTrail().grow(10);
    trail.append(erasureBytes([[2, 3]], signer));
    trail.append(purgeBytes([[1, 1]], signer));
    for (const row of trail.rows.slice(0, 3)) row.content = null;
    const lines = trail.lines(signer);
    expect(verify(lines)).toEqual({
      status: 0,
      said: 'Intact: 12 records, up to 12; the content of 3 is erased or purged.',
    });
    const resumed = trail.lines(signer, { fromSeq: 5 });
    expect(verify([...lines.slice(0, 5), ...resumed]).status).toBe(0);
    const selected = trail.lines(signer, {
      selection: { outcome: ['success'] },
      selects: ({ seal }) => seal.seq > 6,
    });
    expect(verify(selected).status).toBe(0);
  });

  it.each<[string, (lines: string[]) => string[], RegExp]>([
    [
      'edited',
      lines => lines.map(line => line.replace('Feld 3', 'Feld 4')),
      /Line 5: its content/,
    ],
    ['cut', lines => lines.slice(0, -1), /At the end/],
    [
      'shortened',
      lines => lines.filter((_, n) => n !== 4),
      /Line 5: a record is missing/,
    ],
    [
      'reordered',
      lines => [lines[0], lines[2], lines[1], ...lines.slice(3)],
      /Line 2/,
    ],
    [
      'emptied',
      lines =>
        lines.map((line, n) =>
          n === 4
            ? line.replace(/"salt".*/, '"salt":null,"record":null}')
            : line,
        ),
      /Record 4: its content is gone/,
    ],
    [
      'closed by another trailer',
      lines => [...lines.slice(0, -2), lines[lines.length - 1]],
      /the trailer speaks of other lines/,
    ],
  ])('names where an export was %s', (_, tamper, words) => {
    const lines = new SampleTrail().grow(10).lines(signer);
    const { status, said } = verify(tamper(lines));
    expect(said).toMatch(words);
    expect(status).toBe(1);
  });
});
