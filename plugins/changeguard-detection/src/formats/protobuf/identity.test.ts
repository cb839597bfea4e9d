import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultBudget } from '../../Comparison';
import { compareAndJudge } from '../../compareAndJudge';
import { Finding } from '../../Finding';
import { protobuf } from './index';
import { layOut } from './layOut';

async function findingsOf(base: string, revision: string): Promise<Finding[]> {
  const comparison = await compareAndJudge(protobuf, base, revision, {
    budget: defaultBudget,
    now: new Date('2026-01-15T00:00:00Z'),
  });
  if (comparison.outcome === 'failed') throw new Error(comparison.message);
  return comparison.findings;
}

const told = (findings: readonly Finding[]) =>
  findings.map(({ rule, pointer }) => `${rule} ${pointer}`).sort();
const fingerprints = (findings: readonly Finding[]) =>
  findings.map(({ fingerprint }) => fingerprint).sort();

// Every comparison starts a program, which takes long where others are busy.
jest.setTimeout(60_000);

const FIXTURES = join(__dirname, '__fixtures__');

function fixture(rule: string): { base: string; revision: string } {
  const folder = join(FIXTURES, rule);
  const files = readdirSync(folder);
  const read = (name: string) =>
    readFileSync(
      join(folder, files.find(file => file.startsWith(`${name}.`))!),
      'utf8',
    );
  return { base: read('base'), revision: read('revision') };
}

/** A text, or each of several, written otherwise. */
function rewritten(text: string, write: (file: string) => string): string {
  if (!text.trimStart().startsWith('{')) return write(text);
  const files = Object.entries<string>(JSON.parse(text));
  return JSON.stringify(
    Object.fromEntries(files.map(([path, file]) => [path, write(file)])),
  );
}

// Not by the tokens that the engine sees: these texts have no comments, and no blanks between quotes.
const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const commented = (text: string) =>
  `\uFEFF/* package old;\nmessage Order { */ // package older;\r\n${text.replace(
    /\s+/g,
    '\t/* é 😀 "{ */\r\n// message Size {\n \t',
  )}`;

/** From the last declaration to the first; what has to be first stays so. */
function turned(text: string): string {
  const parts = [''];
  let depth = 0;
  for (const character of onOneLine(text)) {
    parts[parts.length - 1] += character;
    if (character === '{') depth++;
    if (character === '}') depth--;
    if (depth === 0 && /[;}]/.test(character)) parts.push('');
  }
  const isFirst = (part: string) => /^\s*(syntax|edition)/.test(part);
  return [
    ...parts.filter(isFirst),
    ...parts.filter(part => !isFirst(part)).reverse(),
  ].join('\n\n');
}

const shop = (...parts: readonly string[]) =>
  ['syntax = "proto3";', 'package shop;', ...parts].join('\n');

describe('the identity of what is found in Protobuf', () => {
  it.each(readdirSync(FIXTURES))(
    'is that of %s, however the texts are written',
    async rule => {
      const { base, revision } = fixture(rule);
      const found = await findingsOf(base, revision);
      const other = await findingsOf(
        rewritten(base, onOneLine),
        rewritten(revision, text => commented(turned(text))),
      );
      expect(found.length).toBeGreaterThan(0);
      expect(told(other)).toEqual(told(found));
      expect(fingerprints(other)).toEqual(fingerprints(found));
      for (const { beforeRange, afterRange } of [...found, ...other])
        expect((beforeRange ?? afterRange)?.startLine).toBeGreaterThan(0);
    },
  );

  it('rests on what the compiler reads, which is the same for every way of writing', () => {
    for (const rule of readdirSync(FIXTURES)) {
      const { base, revision } = fixture(rule);
      for (const text of [base, revision]) {
        const read = (write: (file: string) => string) =>
          rewritten(text, file => layOut(write(file)));
        expect(read(onOneLine)).toBe(read(file => file));
        expect(read(commented)).toBe(read(file => file));
      }
    }
  });

  /** The same in two messages, or in one of them alone. */
  const twice = (before: string, after: string, syntax = shop) => {
    const outer = (name: string, inner: string) =>
      `message ${name} { ${inner} }`;
    const write = (order: string, parcel: string) =>
      syntax(outer('Order', order), outer('Parcel', parcel));
    return {
      base: write(before, before),
      both: write(after, after),
      first: write(after, before),
      second: write(before, after),
    };
  };
  const legacy = (...parts: readonly string[]) =>
    ['syntax = "proto2";', 'package shop;', ...parts].join('\n');
  const extended = (...parts: readonly string[]) =>
    legacy('message Thing { extensions 100 to 199; }', ...parts);

  it.each([
    [
      'field of a message',
      'message Line { string sku = 1; int32 count = 2; }',
      'message Line { string sku = 1; }',
      shop,
    ],
    [
      'type in a message',
      'message Line { int32 count = 2; }',
      'message Line { string count = 2; }',
      shop,
    ],
    [
      'value of an enum',
      'enum State { NEW = 0; SENT = 1; }',
      'enum State { NEW = 0; }',
      shop,
    ],
    ['message', 'message Line {}', '', shop],
    ['enum', 'enum State { NEW = 0; }', '', shop],
    [
      'oneof',
      'message Line { oneof price { int32 net = 1; int32 gross = 2; } }',
      'message Line { int32 net = 1; int32 gross = 2; }',
      shop,
    ],
    [
      'field that moved into a oneof',
      'message Line { int32 net = 1; oneof price { int32 gross = 2; } }',
      'message Line { oneof price { int32 net = 1; int32 gross = 2; } }',
      shop,
    ],
    [
      'map',
      'map<string, int32> prices_by_day = 1;',
      'map<string, string> prices_by_day = 1;',
      shop,
    ],
    [
      'reserved number',
      'message Line { reserved 4; }',
      'message Line { }',
      shop,
    ],
    [
      'option of a message, of which nothing but the place tells',
      'message Line { }',
      'message Line { option no_standard_descriptor_accessor = true; }',
      shop,
    ],
    [
      'required field',
      'message Line { required int32 count = 1; }',
      'message Line { optional int32 count = 1; }',
      legacy,
    ],
    [
      'group',
      'optional group Line = 1 { optional int32 count = 1; }',
      'optional group Line = 1 { optional string count = 1; }',
      legacy,
    ],
  ])('tells apart in two messages: %s', async (_, before, after, syntax) => {
    const { base, both, first, second } = twice(before, after, syntax);
    const [all, one, other] = await Promise.all(
      [both, first, second].map(revision => findingsOf(base, revision)),
    );
    expect(one.length).toBeGreaterThan(0);
    for (const finding of one)
      expect(finding.pointer).toMatch(/^shop\.Order\b/);
    for (const finding of other)
      expect(finding.pointer).toMatch(/^shop\.Parcel\b/);
    expect(fingerprints(all)).toEqual(fingerprints([...one, ...other]));
    expect(new Set(fingerprints(all)).size).toBe(one.length + other.length);
  });

  it('tells extensions apart by where they are declared', async () => {
    const write = (type: string, more: string) =>
      extended(
        `message Order { extend Thing { optional ${type} note = 100; ${more} } }`,
        `message Parcel { extend Thing { optional ${type} note = 101; } }`,
        `extend Thing { optional ${type} note = 102; }`,
      );
    const found = await findingsOf(
      write('int32', 'optional int32 gone = 103;'),
      write('string', ''),
    );
    expect(told(found)).toEqual([
      'extension-no-delete shop.Order.gone',
      'field-wire-compatible-type shop.Order.note',
      'field-wire-compatible-type shop.Parcel.note',
      'field-wire-compatible-type shop.note',
    ]);
    expect(found.every(({ beforeRange }) => beforeRange)).toBe(true);
  });

  it('tells messages and services of several files apart, and follows what was moved', async () => {
    const file = (name: string, ...parts: readonly string[]) =>
      [`syntax = "proto3"; package ${name};`, ...parts].join('\n');
    const call = (more: string) =>
      `message Ask {} service Desk { rpc Get(Ask) returns (Ask); ${more} }`;
    const gone = 'rpc List(Ask) returns (Ask);';
    const line = (type: string) => `message Line { ${type} count = 1; }`;
    const found = await findingsOf(
      JSON.stringify({
        'a.proto': file('orders', call(gone), line('int32')),
        'b.proto': file('parcels', call(gone), line('int32')),
        'c.proto': file('moved', `message Bill { ${line('int32')} }`),
      }),
      JSON.stringify({
        'a.proto': file('orders', call(''), line('string')),
        'b.proto': file('parcels', call(''), line('string')),
        'd.proto': file(
          'moved',
          `message Bill {\n ${line('string')} }`,
          line('int32'),
        ),
      }),
    );
    expect(told(found)).toEqual([
      'field-wire-compatible-type moved.Bill.Line.count',
      'field-wire-compatible-type orders.Line.count',
      'field-wire-compatible-type parcels.Line.count',
      'file-no-delete c.proto',
      'rpc-no-delete orders.Desk.List',
      'rpc-no-delete parcels.Desk.List',
    ]);
    expect(found.map(({ operation }) => operation).sort()).toEqual(
      expect.arrayContaining(['orders.Desk/List', 'parcels.Desk/List']),
    );
    expect(
      found.find(({ pointer }) => pointer.startsWith('moved')),
    ).toMatchObject({
      beforeRange: { startLine: 2 },
      afterRange: { startLine: 3 },
    });
  });

  it('knows a deleted file also where its path begins at a root of its own', async () => {
    const write = (files: object) =>
      JSON.stringify({
        'buf.yaml':
          'version: v1beta1\nbuild:\n  roots: [proto]\nbreaking:\n  use: [FILE]\n',
        'elsewhere/orders/b.proto': 'syntax = "proto3"; package elsewhere;',
        'proto/orders/a.proto': 'syntax = "proto3"; package orders;',
        ...files,
      });
    const gone = { 'proto/orders/b.proto': 'syntax = "proto3";\npackage b;\n' };
    expect(await findingsOf(write(gone), write({}))).toMatchObject([
      {
        rule: 'file-no-delete',
        pointer: 'proto/orders/b.proto',
        beforeRange: { startLine: 1, endLine: 2 },
      },
    ]);
  });

  it('tells for each message what an option of the file did to all of one name', async () => {
    const { base } = twice(
      'message Line { optional string sku = 1; }',
      '',
      legacy,
    );
    const found = await findingsOf(
      base,
      base.replace(
        'package shop;',
        'package shop; option java_string_check_utf8 = true;',
      ),
    );
    expect(told(found)).toEqual([
      'field-same-java-utf8-validation shop.Order.Line.sku',
      'field-same-java-utf8-validation shop.Parcel.Line.sku',
    ]);
  });

  it('says where it was, and where it is', async () => {
    const found = await findingsOf(
      shop(
        'message Order {',
        '  message Line {',
        '    // how many',
        '    int32 count = 1;',
        '    string gone = 0x2;',
        '  }',
        '}',
        'message Gone {}',
      ),
      shop(
        'message Order {',
        '  /* a\n line */ message Line {',
        '    string count = 1; } }',
      ),
    );
    const places = found.map(({ pointer, beforeRange, afterRange }) => [
      pointer,
      beforeRange?.startLine,
      afterRange?.startLine,
    ]);
    expect(places.sort()).toEqual([
      ['shop.Gone', 10, undefined],
      ['shop.Order.Line.count', 6, 6],
      ['shop.Order.Line.gone', 7, 5],
    ]);
  });
});
