import { HostileCase } from './HostileCase';
import { each, nested } from './written';

/** GraphQL schemas. */
export const graphqlCases: readonly HostileCase[] = [
  {
    name: 'lists within lists',
    format: 'graphql',
    base: () => `type Query { a: ${nested('[', 'Int', ']', 100_000)} }`,
    ends: ['failed'],
  },
  {
    name: 'lists as deep as is allowed',
    format: 'graphql',
    base: () => `type Query { a: ${nested('[', 'Int', ']', 500)} }`,
    revision: () => `type Query { a: ${nested('[', 'Int', '!]', 500)} }`,
    ends: ['compared', 'failed'],
  },
  {
    name: 'fragments that spread themselves',
    format: 'graphql',
    base: () =>
      'fragment A on Query { ...B }\nfragment B on Query { ...A }\n{ ...A }',
    ends: ['failed'],
  },
  {
    name: 'inputs that need each other',
    format: 'graphql',
    base: () =>
      'type Query { a(x: A): Int }\ninput A { b: B! }\ninput B { a: A! }',
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'interfaces that implement each other',
    format: 'graphql',
    base: () =>
      'interface A implements B { a: Int }\ninterface B implements A { a: Int }\ntype Query { a: A }',
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'types of the names that every object has',
    format: 'graphql',
    base: () =>
      'type Query { constructor: __proto__ toString: Int }\ntype __proto__ { hasOwnProperty: Int }\ntype constructor { a: Int }',
    revision: () => 'type Query { valueOf: constructor }',
    ends: ['compared', 'partial', 'failed'],
  },
  {
    name: 'thirty thousand types',
    format: 'graphql',
    base: () =>
      `type Query { a: T0 }\n${each(
        30_000,
        index => `type T${index} { a: T${(index * 7) % 30_000} }\n`,
      )}`,
    revision: () => 'type Query { a: Int }',
    ends: ['compared', 'failed'],
  },
  {
    name: 'an enum of thirty thousand values',
    format: 'graphql',
    base: () =>
      `type Query { a: E }\nenum E { ${each(30_000, index => `V${index} `)}}`,
    revision: () =>
      `type Query { a: E }\nenum E { ${each(30_000, index => `W${index} `)}}`,
    ends: ['compared', 'failed'],
  },
  {
    name: 'a text that is never closed',
    format: 'graphql',
    base: () => `"""${'a'.repeat(1_000_000)}\ntype Query { a: Int }`,
    ends: ['failed'],
  },
  {
    name: 'a default within defaults',
    format: 'graphql',
    base: () =>
      `input I { a: I }\ntype Query { a(x: I = ${nested(
        '{a: ',
        '{}',
        '}',
        400,
      )}): Int }`,
    ends: ['compared', 'failed'],
  },
];
