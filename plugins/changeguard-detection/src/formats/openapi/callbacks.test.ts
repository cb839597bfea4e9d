import { defaultBudget } from '../../Comparison';
import { judge } from '../../judge';
import { compareOpenApi } from './compare';
import { openApiRuleById } from './rules';

/** What is found, as `severity side rule`. */
function found(base: object, revision: object): string[] {
  const comparison = compareOpenApi(
    JSON.stringify(base),
    JSON.stringify(revision),
    { budget: defaultBudget, now: new Date('2026-01-15T00:00:00Z') },
  );
  if (comparison.outcome === 'failed') throw new Error(comparison.message);
  return judge(comparison.findings, {
    rules: openApiRuleById,
    engine: 'openapi',
    engineVersion: '1',
  }).map(({ severity, side, rule }) => `${severity} ${side} ${rule}`);
}

const content = (required: string[]) => ({
  content: {
    'application/json': {
      schema: {
        type: 'object',
        properties: { id: { type: 'string' }, note: { type: 'string' } },
        required,
      },
    },
  },
});

/** A call that the provider makes, as a webhook and as a callback of an operation. */
const places: [string, (item: object) => object][] = [
  [
    'a webhook',
    item => ({
      openapi: '3.1.0',
      info: { title: 'Orders', version: '1' },
      webhooks: { orderPlaced: item },
    }),
  ],
  [
    'a callback',
    item => ({
      openapi: '3.0.3',
      info: { title: 'Orders', version: '1' },
      paths: {
        '/subscriptions': {
          post: {
            responses: { 201: { description: 'subscribed' } },
            callbacks: { onOrder: { '{$request.body#/url}': item } },
          },
        },
      },
    }),
  ],
];

describe.each(places)('a call that the provider makes, in %s', (_, define) => {
  const call = (required: string[]) =>
    define({ post: { requestBody: content(required), responses: {} } });
  const answer = (required: string[]) =>
    define({ post: { responses: { 200: content(required) } } });

  it('is read by who is called: less that is always there breaks', () => {
    expect(found(call(['id', 'note']), call(['id']))).toEqual([
      'breaking reader callback-request-property-became-optional',
    ]);
    expect(found(call(['id']), call(['id', 'note']))).toEqual([
      'non-breaking reader callback-request-property-became-required',
    ]);
  });

  it('is answered by who is called: more that has to be there breaks', () => {
    expect(found(answer(['id']), answer(['id', 'note']))).toEqual([
      'breaking writer callback-response-property-became-required',
    ]);
    expect(found(answer(['id', 'note']), answer(['id']))).toEqual([
      'non-breaking writer callback-response-property-became-optional',
    ]);
  });

  it('has to hold more once, where a shared part of its answer requires it', () => {
    const answerOf = (required: string[]) => {
      const parts = [
        { $ref: '#/components/schemas/Receipt' },
        { properties: { id: { type: 'string' } } },
      ];
      const media = { 'application/json': { schema: { allOf: parts } } };
      return {
        ...define({ post: { responses: { 200: { content: media } } } }),
        components: { schemas: { Receipt: { type: 'object', required } } },
      };
    };
    expect(
      found(answerOf([]), answerOf(['id'])).filter(one =>
        one.includes('callback'),
      ),
    ).toEqual(['breaking writer callback-response-property-became-required']);
  });

  it('is answered with headers that the provider reads', () => {
    const headers = (of: object) =>
      define({ post: { responses: { 200: { headers: of } } } });
    const receipt = (schema: object, required = false) =>
      headers({ 'X-Receipt': { required, schema } });
    const text = { type: 'string' };
    expect(found(headers({}), receipt(text, true))).toEqual([
      'breaking writer callback-response-required-header-added',
    ]);
    expect(found(receipt(text), receipt(text, true))).toEqual([
      'breaking writer callback-response-header-became-required',
    ]);
    expect(found(receipt(text, true), headers({}))).toEqual([
      'dangerous writer callback-response-header-removed',
    ]);
    // What the consumer writes: narrower breaks it, wider does not.
    const short = { type: 'string', maxLength: 8 };
    expect(found(receipt(text), receipt(short))).toEqual([
      'breaking writer callback-response-value-max-length-set',
    ]);
    expect(found(receipt(short), receipt(text))).toEqual([
      'non-breaking writer callback-response-value-max-length-unset',
    ]);
    // The case of a header's name means nothing.
    const other = headers({ 'x-receipt': { required: false, schema: text } });
    expect(found(receipt(text), other)).toEqual([]);
  });

  it('is missed when it is not made any more', () => {
    const both = define({ post: { responses: {} }, put: { responses: {} } });
    expect(found(both, define({ post: { responses: {} } }))).toEqual([
      'breaking reader callback-removed',
    ]);
  });

  it('is nothing new when it is compared with itself', () => {
    expect(found(call(['id']), call(['id']))).toEqual([]);
  });
});
