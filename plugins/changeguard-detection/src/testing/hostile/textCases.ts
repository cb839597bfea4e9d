import { HostileCase } from './HostileCase';
import { BILLION_LAUGHS, latin1, nested, TOO_LARGE, utf16 } from './written';

/** A small, honest definition of each format, to be spoilt. */
const HONEST: Readonly<Record<string, string>> = {
  openapi: '{"openapi": "3.1.0", "paths": {}}',
  asyncapi: '{"asyncapi": "3.0.0", "channels": {}}',
  'json-schema': '{"type": "string"}',
  graphql: 'type Query { a: Int }',
  protobuf: 'syntax = "proto3";\nmessage A { string a = 1; }\n',
  avro: '{"type": "record", "name": "A", "fields": []}',
  sql: 'CREATE TABLE a (b int);\n',
};

const YAML_READERS = ['openapi', 'asyncapi', 'json-schema', 'avro'];

/** What may be wrong with a text before anybody reads it as a definition. */
export const textCases: readonly HostileCase[] = [
  ...Object.entries(HONEST).flatMap(([format, text]): HostileCase[] => [
    {
      name: 'UTF-16 in place of UTF-8',
      format,
      base: () => text,
      revision: () => utf16(text),
      ends: ['failed'],
    },
    {
      name: 'a NUL in the middle, after which a parser might stop',
      format,
      base: () => `${text.slice(0, 10)}\u0000${text.slice(10)}`,
      ends: ['failed'],
    },
    {
      name: 'one byte more than may be read',
      format,
      base: () => text + ' '.repeat(TOO_LARGE - text.length),
      ends: ['failed'],
    },
    {
      name: 'a mark of the byte order before an honest text',
      format,
      base: () => `\uFEFF${text}`,
      ends: ['compared'],
    },
  ]),
  {
    name: 'Latin-1 in place of UTF-8',
    format: 'openapi',
    base: () => latin1('openapi: 3.1.0\ninfo: {title: Café}\npaths: {}\n'),
    ends: ['failed'],
  },
  {
    name: 'half of a surrogate pair',
    format: 'json-schema',
    base: () => '{"const": "\uD800"}',
    ends: ['failed'],
  },
  {
    name: 'half of a surrogate pair in a name',
    format: 'sql',
    base: () => 'CREATE TABLE "\uD800" (a int);',
    ends: ['failed'],
  },
  ...YAML_READERS.flatMap((format): HostileCase[] => [
    {
      name: 'a thousand million laughs',
      format,
      base: () => BILLION_LAUGHS,
      ends: ['failed'],
    },
    {
      name: 'an alias that contains itself',
      format,
      base: () => 'a: &a\n  b: *a\n',
      ends: ['failed'],
    },
    {
      name: 'a hundred thousand brackets',
      format,
      base: () => nested('[', '1', ']', 100_000),
      ends: ['failed'],
    },
  ]),
  {
    name: 'brackets that are never closed',
    format: 'openapi',
    base: () => '{"a":'.repeat(100_000),
    ends: ['failed'],
  },
  {
    name: 'mappings, one deeper than the other',
    format: 'asyncapi',
    base: () =>
      Array.from(
        { length: 3_000 },
        (_, depth) => `${' '.repeat(depth)}a:`,
      ).join('\n'),
    ends: ['failed'],
  },
  {
    name: 'a key given twice',
    format: 'openapi',
    base: () => '{"openapi": "3.1.0", "paths": {}, "paths": {"/a": {}}}',
    ends: ['failed'],
  },
  {
    name: 'a key given twice in YAML',
    format: 'json-schema',
    base: () => 'type: string\ntype: integer\n',
    ends: ['failed'],
  },
  {
    name: 'tabs where YAML wants spaces',
    format: 'openapi',
    base: () => 'openapi: 3.1.0\npaths:\n\t/a:\n\t\tget: {}\n',
    ends: ['failed'],
  },
  {
    name: 'a tag that asks for code',
    format: 'openapi',
    base: () => 'openapi: 3.1.0\npaths: !!js/function "function(){}"\n',
    ends: ['failed'],
  },
  {
    name: 'merge keys that merge merges',
    format: 'openapi',
    base: () =>
      `a0: &a0 {x: 1}\n${Array.from(
        { length: 400 },
        (_, index) =>
          `a${index + 1}: &a${index + 1} {<<: [*a${index}, *a${index}]}`,
      ).join('\n')}\n`,
    ends: ['failed'],
  },
];
