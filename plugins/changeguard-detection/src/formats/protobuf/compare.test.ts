import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Comparison, defaultBudget, EngineOptions } from '../../Comparison';
import { Fact } from '../../Finding';
import { blankCustomOptions } from './blankCustomOptions';
import { compareProtobuf } from './compare';

const options: EngineOptions = {
  budget: defaultBudget,
  now: new Date('2026-01-15T00:00:00Z'),
};

function rulesOf(comparison: Comparison<Fact>): string[] {
  if (comparison.outcome === 'failed') throw new Error(comparison.message);
  return comparison.findings.map(({ rule }) => rule).sort();
}

const orders = (fields: string, imports = '') => `syntax = "proto3";
package shop.orders.v1;
${imports}
message Order {
${fields}
}
service Orders {
  rpc Get(Order) returns (Order);
}
`;

describe('comparing Protobuf definitions', () => {
  it('says where, for whom and which promises are broken', async () => {
    const comparison = await compareProtobuf(
      orders('string id = 1;\nint32 total = 2;'),
      orders('string id = 1;\nstring total = 2;'),
      options,
    );
    expect(comparison).toMatchObject({
      outcome: 'compared',
      findings: [
        {
          rule: 'field-wire-compatible-type',
          pointer: 'shop.orders.v1.Order.total',
          before: 'int32',
          after: 'string',
          afterRange: { startLine: 6, endLine: 6 },
          details: { categories: 'WIRE' },
        },
      ],
    });
  });

  it('finds nothing when only order and writing differ', async () => {
    const comparison = await compareProtobuf(
      orders('string id = 1; int32 total = 2;'),
      orders('/* sum */ int32   total=2;\n// key\nstring id = 1;'),
      options,
    );
    expect(comparison).toEqual({ outcome: 'compared', findings: [] });
  });

  it('compares a single file whose imports are elsewhere, and says what it could not see', async () => {
    const imports = `
      import "shop/money.proto";
      import "shop/common/page.proto";
      import "google/protobuf/timestamp.proto";
      import "google/type/date.proto";
      import "google/api/annotations.proto";`;
    const fields = (type: string) => `
      Money price = 1;
      common.v1.Page page = 2;
      google.protobuf.Timestamp at = 3 [(google.api.field_behavior) = REQUIRED, deprecated = true];
      google.type.Date day = 4;
      map<string, .other.Thing> things = 5;
      ${type} count = 6;`;
    const comparison = await compareProtobuf(
      orders(fields('int32'), imports),
      orders(fields('bool'), imports),
      options,
    );
    expect(comparison).toMatchObject({
      outcome: 'partial',
      findings: [{ rule: 'field-wire-json-compatible-type' }],
      reasons: [
        expect.stringContaining('common.v1.Page'),
        expect.stringContaining('other.Thing'),
        expect.stringContaining('shop.orders.v1.Money'),
      ],
    });
  });

  it('takes calls that are mapped to HTTP without needing the mapping', async () => {
    const api = (field: string) => `syntax = "proto3";
      package shop.v1;
      import "google/api/annotations.proto";
      message Ask { ${field} }
      service Shop {
        rpc Get(Ask) returns (Ask) {
          option (google.api.http) = { get: "/v1/{id=orders/*}" additional_bindings { get: "/;" } };
        }
      }`;
    const comparison = await compareProtobuf(
      api('string id = 1;'),
      api('string key = 1 [json_name = "id"];'),
      options,
    );
    expect(comparison.outcome).toBe('compared');
    expect(rulesOf(comparison)).toEqual(['field-same-name']);
  });

  it('compares several files, and heeds what they say about breaking changes', async () => {
    const files = (more: object, field: string) =>
      JSON.stringify({
        'shop/a.proto':
          'syntax = "proto3"; package shop; import "shop/b.proto"; message A { B b = 1; }',
        'shop/b.proto': `syntax = "proto3"; package shop; message B { ${field} }`,
        ...more,
      });
    const base = files({}, 'string a = 1;');
    expect(
      rulesOf(await compareProtobuf(base, files({}, ''), options)),
    ).toEqual(['field-no-delete-unless-number-reserved']);
    const settings = {
      'buf.yaml':
        'version: v1\nbreaking:\n  use: [FIELD_NO_DELETE]\nplugins:\n  - plugin: /bin/false\n',
    };
    expect(
      rulesOf(await compareProtobuf(base, files(settings, ''), options)),
    ).toEqual(['field-no-delete']);
  });

  it.each([
    ['nothing', '', 'parse-error'],
    ['a broken text', 'syntax = "proto3"; message A {', 'parse-error'],
    [
      'a type nobody defines',
      'syntax = "proto3"; message A { B b = 1; }',
      'parse-error',
    ],
    ['a way out of the folder', '{"../a.proto": ""}', 'parse-error'],
    ['an absolute path', '{"/etc/a.proto": ""}', 'parse-error'],
    ['a file that is no text', '{"a.proto": 1}', 'parse-error'],
    ['no files', '{}', 'parse-error'],
    ['messages in messages', 'message A {'.repeat(1_000), 'too-deep'],
    ['a binary', '\u0000\u0001\u0002', 'parse-error'],
  ])('explains %s in place of a definition', async (_, text, reason) => {
    expect(await compareProtobuf(text, text, options)).toMatchObject({
      outcome: 'failed',
      reason,
      message: expect.stringMatching(/\.$/),
    });
  });

  it('says on which line of which text a mistake is', async () => {
    expect(
      await compareProtobuf(
        orders('string id = 1;'),
        orders('strin id = 1;'),
        options,
      ),
    ).toMatchObject({ outcome: 'failed', which: 'revision', line: 5 });
  });

  it('ends the program when it takes too long or says too much, and leaves no folder behind', async () => {
    const base = orders('string id = 1;\nint32 total = 2;');
    const revision = orders('');
    const bounds = [
      { milliseconds: 1, outputBytes: 1_000_000 },
      { milliseconds: 30_000, outputBytes: 10 },
    ];
    // A folder that no other test writes to.
    const usual = process.env.TMPDIR;
    const folder = mkdtempSync(join(tmpdir(), 'protobuf-test-'));
    process.env.TMPDIR = folder;
    try {
      const reasons = await Promise.all(
        bounds.map(limits =>
          compareProtobuf(base, revision, options, { limits }),
        ),
      );
      expect(reasons).toMatchObject([
        { outcome: 'failed', reason: 'timed-out' },
        { outcome: 'failed', reason: 'too-large' },
      ]);
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      if (usual === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = usual;
      rmSync(folder, { recursive: true });
    }
  });

  it('asks the commonest rules where the program does not run, and says so', async () => {
    const comparison = await compareProtobuf(
      `syntax = "proto3"; package a;
      message M { string x = 1; int32 y = 2; repeated int32 z = 3; string n = 4; }
      message Gone {} enum E { A = 0; B = 1; C = 2; } enum GoneE { G = 0; } service GoneS {}
      service S { rpc R(M) returns (M); rpc Q(M) returns (M); }`,
      `syntax = "proto3"; package a;
      message M { string y = 2; int32 z = 3; string m = 4; }
      enum E { A = 0; BB = 1; } service S { rpc R(stream M) returns (M); }`,
      options,
      { program: '/nowhere/buf' },
    );
    expect(comparison).toMatchObject({
      outcome: 'partial',
      reasons: [expect.stringContaining('commonest')],
    });
    expect(rulesOf(comparison)).toEqual([
      'enum-no-delete',
      'enum-value-no-delete-unless-number-reserved',
      'enum-value-same-name',
      'field-no-delete-unless-number-reserved',
      'field-same-cardinality',
      'field-same-name',
      'field-same-type',
      'message-no-delete',
      'rpc-no-delete',
      'rpc-same-client-streaming',
      'service-no-delete',
    ]);
  });
});

describe('comparing Protobuf definitions by the commonest rules', () => {
  it('names what is within others by all of its name, and says where it was', async () => {
    const shop = (inner: string) => `syntax = "proto3";
      /* package old; */ package shop;
      message Order { ${inner} }
      message Parcel { ${inner} }`;
    const comparison = await compareProtobuf(
      shop(
        'message Line { int32 count = 1; } enum State { NEW = 0; SENT = 1; }',
      ),
      shop('message Line { string count = 1; } enum State { NEW = 0; }'),
      options,
      { program: '/nowhere/buf' },
    );
    if (comparison.outcome === 'failed') throw new Error(comparison.message);
    expect(
      comparison.findings.map(({ pointer, beforeRange, afterRange }) => [
        pointer,
        beforeRange?.startLine,
        afterRange?.startLine,
      ]),
    ).toEqual([
      ['shop.Order.Line.count', 3, 3],
      ['shop.Order.State.1', 3, undefined],
      ['shop.Parcel.Line.count', 4, 4],
      ['shop.Parcel.State.1', 4, undefined],
    ]);
  });
});

describe('blanking custom options', () => {
  it('keeps lines and everything that is not custom', () => {
    const text = `option (a).b = { c: "};" d [1, 2]\n};
option java_package = "x";
int32 a = 1 [(x) = 1];
int32 b = 2 [(x) = {y: [1]}, deprecated = true];
int32 c = 3 [deprecated = true, (x).y = "]", (z) = 1];
// option (not) = an option;
string d = 4 [json_name = "(x)"];`;
    const blanked = blankCustomOptions(text);
    expect(
      blanked.split('\n').map(line => line.replace(/\s+/g, ' ').trim()),
    ).toEqual([
      '',
      '',
      'option java_package = "x";',
      'int32 a = 1 ;',
      'int32 b = 2 [ deprecated = true];',
      'int32 c = 3 [deprecated = true ];',
      '// option (not) = an option;',
      'string d = 4 [json_name = "(x)"];',
    ]);
    expect(blanked).toHaveLength(text.length);
  });
});
