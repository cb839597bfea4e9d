import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';

const record = (fields: readonly object[]) =>
  JSON.stringify({ type: 'record', name: 'Parcel', fields });
const weight = { name: 'weight', type: 'double' };
const height = { name: 'height', type: 'double' };

/** A pair of which one side says more than the other. */
const pair = (id: string, base: string, revision: string, more: object) => ({
  ...{ id, format: 'avro', base, revision },
  ...{ mode: 'BACKWARD', rules: [], ...more },
});
const broken = pair('grown', record([weight]), record([weight, height]), {
  expected: 'breaking',
  rules: ['READER_FIELD_MISSING_DEFAULT_VALUE'],
});
const fine = pair('less', record([weight, height]), record([weight]), {
  expected: 'non-breaking',
});

// It starts anew, with every engine.
jest.setTimeout(60_000);

describe('conformance', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'changeguard-corpus-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, ...rows: readonly unknown[]) =>
    writeFileSync(
      join(folder, `${name}.jsonl`),
      rows
        .map(row => (typeof row === 'string' ? row : JSON.stringify(row)))
        .join('\n'),
    );
  const run = () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        ...['-r', '@backstage/cli/config/nodeTransform.cjs'],
        ...['conformance/main.ts', '--corpus', folder],
      ],
      { cwd: resolve(__dirname, '..'), encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  };

  it('measures a file that nobody told it of by what its lines say, and does not judge it', () => {
    write('extra', fine, { ...broken, expected: 'non-breaking' });
    const { status, stdout, stderr } = run();
    expect(stderr).toBe('');
    expect(stdout).toContain('extra: 2 verdicts');
    expect(stdout).toMatch(/breaking or not +50\.0 %\n/);
    expect(stdout).toMatch(/same rule ids +100\.0 %\n/);
    expect(stdout).toContain('no target of its own');
    expect(stdout).toContain('not the same as itself: 0 of 4');
    expect(status).toBe(0);
  });

  it('ends with 1 below a target: of verdicts, or of what else a source says', () => {
    write('avro.apicurio', { ...broken, expected: 'non-breaking' });
    expect(run()).toMatchObject({ status: 1, stderr: '' });

    rmSync(join(folder, 'avro.apicurio.jsonl'));
    write('avro.apache-py', { ...broken, paths: ['/fields/0'] });
    const { status, stdout } = run();
    expect(stdout).toMatch(/breaking or not +100\.0 % \(target 100\.0 %\)/);
    expect(stdout).toContain('same paths: 0 of 2, 0.0 % (target 95.0 %)');
    expect(status).toBe(1);
  });

  it('counts every annotation, also of one rule on one line', () => {
    const file = (field: string) => ({
      'parcel.proto': `syntax = "proto3"; message Parcel { ${field} }`,
    });
    const gone = { rule: 'FIELD_NO_DELETE', start_line: 1 };
    write('protobuf.buf', {
      ...{ id: 'fields', format: 'protobuf', expected: 'breaking' },
      base: file('int32 weight = 1; int32 height = 2;'),
      revision: file(''),
      rules: ['FIELD_NO_DELETE'],
      annotations: [gone, gone, gone],
    });
    const { status, stdout } = run();
    expect(stdout).toMatch(/same rule ids +100\.0 %/);
    expect(stdout).toContain('same annotations: 2 of 3, 66.7 %');
    expect(status).toBe(1);
  });

  it('says of which cases no ids are compared, and why', () => {
    const moved = (id: string, number: number) => ({
      ...{ id, format: 'protobuf', expected: 'breaking' },
      base: { 'p.proto': 'message Parcel { optional int32 weight = 1; }' },
      revision: {
        'p.proto': `message Parcel { optional int32 weight = ${number}; }`,
      },
    });
    write(
      'protobuf.karapace',
      { ...moved('moved', 2), rules: ['FIELD_TAG_ALTER'] },
      moved('unnamed', 3),
    );
    write('extra', { ...broken, rules: ['FIELD_ADD'] });
    const { stdout } = run();
    expect(stdout).toMatch(/rule ids left out: they name kinds of change/);
    expect(stdout).toContain('rule ids left out: none of them is one of ours');

    write('extra', broken);
    write('protobuf.karapace', moved('unnamed', 3));
    expect(run().stdout).not.toContain('rule ids left out');
  });

  it('says which files hold no cases, and why', () => {
    write('rules', { id: 'type-mismatch', level: 'ERR' });
    write('thrift', { ...fine, format: 'thrift' });
    const { status, stderr } = run();
    expect(stderr).toContain('rules: left out, since its lines have no format');
    expect(stderr).toContain(
      'thrift: left out, since nothing here compares thrift.',
    );
    expect(stderr).toContain('There is no file with cases in');
    expect(status).toBe(2);
  });

  it('names the line that is not as it should be, and measures the other files', () => {
    write('avro.apicurio', fine);
    write('cut', fine, '{"id": "half');
    write('odd', fine, { ...broken, expected: 'terrible' });
    write('short', fine, { id: 'no texts' });
    const { status, stdout, stderr } = run();
    expect(stdout).toContain('avro.apicurio: 1 verdicts');
    expect(stderr).toContain('cut.jsonl, line 2: is no JSON');
    expect(stderr).toContain(
      `odd.jsonl, line 2: 'expected' is "terrible", which is no verdict.`,
    );
    expect(stderr).toContain('short.jsonl, line 2: has no format');
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(2);
  });
});
