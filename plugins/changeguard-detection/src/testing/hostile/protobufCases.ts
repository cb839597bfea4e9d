import { HostileCase } from './HostileCase';
import { each, nested } from './written';

const SYNTAX = 'syntax = "proto3";\n';

/** Protobuf definitions. */
export const protobufCases: readonly HostileCase[] = [
  {
    name: 'a file that imports itself',
    format: 'protobuf',
    base: () =>
      JSON.stringify({
        'a.proto': `${SYNTAX}import "a.proto";\nmessage A {}\n`,
      }),
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'files that import each other',
    format: 'protobuf',
    base: () =>
      JSON.stringify({
        'a.proto': `${SYNTAX}import "b.proto";\nmessage A { B b = 1; }\n`,
        'b.proto': `${SYNTAX}import "a.proto";\nmessage B { A a = 1; }\n`,
      }),
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'a path that climbs out of its folder',
    format: 'protobuf',
    base: () => JSON.stringify({ '../../etc/a.proto': SYNTAX }),
    ends: ['failed'],
  },
  {
    name: 'a file of the name that every object has',
    format: 'protobuf',
    base: () => `{"__proto__": "message A {}"}`,
    ends: ['failed'],
  },
  {
    name: 'messages within messages',
    format: 'protobuf',
    base: () => SYNTAX + nested('message A { ', '', '}', 50_000),
    ends: ['failed'],
  },
  {
    name: 'messages as deep as is allowed',
    format: 'protobuf',
    base: () => SYNTAX + nested('message A { ', '', '}', 500),
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'thirty thousand fields',
    format: 'protobuf',
    base: () =>
      `${SYNTAX}message A {\n${each(
        30_000,
        index =>
          `string f${index} = ${index < 18_999 ? index + 1 : index + 1_002};\n`,
      )}}\n`,
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'numbers that no field may have',
    format: 'protobuf',
    base: () =>
      `${SYNTAX}message A { string a = 99999999999999999999; string b = -1; string c = 0; }`,
    ends: ['failed', 'compared', 'partial'],
  },
  {
    name: 'messages of the names that every object has',
    format: 'protobuf',
    base: () =>
      `${SYNTAX}message __proto__ { string constructor = 1; }\nmessage constructor { __proto__ toString = 1; }\n`,
    revision: () => `${SYNTAX}message constructor { string valueOf = 2; }\n`,
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'a text that is never closed',
    format: 'protobuf',
    base: () => `${SYNTAX}import "${'a'.repeat(1_000_000)}`,
    ends: ['failed', 'partial', 'compared'],
  },
  {
    name: 'an option that is never closed',
    format: 'protobuf',
    base: () => `${SYNTAX}option (x) = {${'a: {'.repeat(400)}`,
    ends: ['failed', 'partial', 'compared'],
  },
];
