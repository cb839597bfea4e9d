import { defaultBudget } from '../../Comparison';
import { judge } from '../../judge';
import { openApi } from '.';
import { openApiRuleById } from './rules';

type Schema = Readonly<Record<string, unknown>>;

const Parcel = {
  type: 'object',
  properties: {
    id: { type: 'string', readOnly: true },
    weight: { type: 'integer' },
    note: { type: 'string' },
  },
  required: ['weight'],
};
const parcel = { $ref: '#/components/schemas/Parcel' };

function define(operation: object, version: string): string {
  return JSON.stringify({
    openapi: version,
    info: { title: 'Parcels', version: '1' },
    paths: {
      '/parcels': { post: { responses: { 204: {} }, ...operation } },
    },
    components: { schemas: { Parcel } },
  });
}

const sent = (schema: Schema) => ({
  requestBody: { content: { 'application/json': { schema } } },
});
const received = (schema: Schema) => ({
  responses: { 200: { content: { 'application/json': { schema } } } },
});
const asked = (parameter: object) => ({
  parameters: [{ name: 'where', in: 'query', ...parameter }],
});

function rules(
  before: object,
  after: object,
  versions: [string, string] = ['3.1.0', '3.1.0'],
): string[] {
  const comparison = openApi.compare(
    define(before, versions[0]),
    define(after, versions[1]),
    { budget: defaultBudget, now: new Date('2026-01-15') },
  );
  if (comparison instanceof Promise || comparison.outcome !== 'compared') {
    throw new Error('could not be compared');
  }
  const context = {
    rules: openApiRuleById,
    engine: 'openapi',
    engineVersion: '1',
  };
  return judge(comparison.findings, context).map(
    ({ rule, severity }) => `${rule}: ${severity}`,
  );
}

const whole = { allOf: [parcel] };
const requiring = (...required: string[]) => ({
  allOf: [parcel, { required }],
});

describe('what is said in several places of a schema', () => {
  it.each([
    [
      'beside the parts',
      sent(whole),
      sent({ ...whole, required: ['note'] }),
      ['request-property-became-required: breaking'],
    ],
    [
      'by another part',
      sent(requiring('weight')),
      sent(requiring('weight', 'note')),
      ['request-property-became-required: breaking'],
    ],
    [
      'by another part, no more',
      received(requiring('weight', 'note')),
      received(requiring('weight')),
      ['response-property-became-optional: breaking'],
    ],
    [
      'by a part of a part',
      sent({ allOf: [requiring('weight')] }),
      sent({ allOf: [requiring('weight', 'note')] }),
      ['request-property-became-required: breaking'],
    ],
    [
      'beside the parts, of what is not sent',
      sent(whole),
      sent({ ...whole, required: ['id'] }),
      [],
    ],
    [
      'beside the parts instead of by another part',
      received(requiring('note')),
      received({ allOf: [parcel, {}], required: ['note'] }),
      [],
    ],
  ])('tells what is required %s', (_, before, after, expected) => {
    expect(rules(before, after)).toEqual(expected);
  });

  it('tells once what a part requires that is there on two ways', () => {
    const core = { properties: { id: { type: 'string' } } };
    const base = { allOf: [core] };
    const diamond = (required: string[]) =>
      sent({ allOf: [base, { allOf: [base, { required }] }] });
    expect(rules(diamond([]), diamond(['id']))).toEqual([
      'request-property-became-required: breaking',
    ]);
  });

  it.each([[[{}, { readOnly: true }]], [[{ readOnly: true }, {}]]])(
    'asks nobody to send what any part says is not sent',
    descriptions => {
      const parts = descriptions.map(id => ({ properties: { id } }));
      const asking = (required: string[]) => sent({ allOf: parts, required });
      expect(rules(asking([]), asking(['id']))).toEqual([]);
    },
  );

  it.each([[[{}, { default: 'new' }]], [[{ default: 'new' }, {}]]])(
    'takes the default that any part says',
    descriptions => {
      const parts = descriptions.map(id => ({ properties: { id } }));
      const asking = (required: string[]) => sent({ allOf: parts, required });
      expect(rules(asking([]), asking(['id']))).toEqual([
        'request-property-became-required-with-default: breaking',
      ]);
    },
  );

  it('matches alternatives that differ far down with what they were', () => {
    const far = (leaf: object) =>
      ['box', 'shelf', 'hall', 'site'].reduce<object>(
        (inner, name) => ({ type: 'object', properties: { [name]: inner } }),
        leaf,
      );
    const count = far({ type: 'integer' });
    const text = far({ type: 'string' });
    const more = { allOf: [count, { properties: { note: {} } }] };
    expect(
      rules(sent({ oneOf: [count, text] }), sent({ oneOf: [more, text] })),
    ).toEqual(['new-optional-request-property: non-breaking']);
  });

  it('takes items that nobody describes for anything', () => {
    const any = { type: 'array' };
    const texts = { type: 'array', items: { type: 'string' } };
    expect(rules(sent(any), sent(texts))).toEqual([
      'request-property-type-changed: breaking',
    ]);
    expect(rules(received(texts), received(any))).toEqual([
      'response-property-type-changed: breaking',
    ]);
    expect(rules(received(any), received(texts))).toEqual([
      'response-property-type-specialized: non-breaking',
    ]);
  });

  it('leaves items to the other parts that may describe them', () => {
    const items = { type: 'string' };
    const list = { type: 'array' };
    const inPart = { ...list, allOf: [{ items }] };
    const beside = { ...list, items, allOf: [list] };
    expect(rules(sent(inPart), sent(beside))).toEqual([]);
    expect(rules(received(beside), received(inPart))).toEqual([]);
    const parts = { allOf: [list, { items }] };
    const part = { allOf: [{ ...list, items }, {}] };
    expect(rules(sent(parts), sent(part))).toEqual([]);
  });

  it('tells that null is refused, where there is a list instead', () => {
    expect(rules(sent({ const: null }), sent({ enum: ['a'] }))).toContain(
      'request-body-became-enum: breaking',
    );
    expect(rules(sent({ enum: ['a'] }), sent({ const: null }))).toContain(
      'request-body-const-added: breaking',
    );
  });

  it('takes a single value for a list of one, where there is a list', () => {
    expect(rules(sent({ const: 'a' }), sent({ enum: ['a', 'b'] }))).toEqual([
      'request-body-enum-value-added: non-breaking',
    ]);
    expect(rules(sent({ enum: ['a', 'b'] }), sent({ const: 'a' }))).toEqual([
      'request-body-enum-value-removed: breaking',
    ]);
    expect(rules(received({ enum: ['a'] }), received({ const: 'a' }))).toEqual(
      [],
    );
  });

  it('takes a body in a media type of a range that is taken now', () => {
    const taken = (media: string, type: string) => ({
      requestBody: { content: { [media]: { schema: { type } } } },
    });
    const before = taken('application/json', 'integer');
    expect(rules(before, taken('application/*', 'integer'))).toEqual([
      'request-body-media-type-added: non-breaking',
    ]);
    expect(rules(before, taken('application/*', 'boolean'))).toContain(
      'request-body-type-changed: breaking',
    );
    expect(rules(taken('application/*', 'integer'), before)).toContain(
      'request-body-media-type-removed: breaking',
    );
  });

  it('takes a body in the closest range, which may have been there', () => {
    const taken = (types: Readonly<Record<string, string>>) => ({
      requestBody: {
        content: Object.fromEntries(
          Object.entries(types).map(([media, type]) => [
            media,
            { schema: { type } },
          ]),
        ),
      },
    });
    const json = { 'application/json': 'integer' };
    const range = { 'application/*': 'integer' };
    const all = { '*/*': 'boolean' };
    expect(rules(taken({ ...json, ...range }), taken(range))).toEqual([]);
    for (const ranges of [
      { ...range, ...all },
      { ...all, ...range },
    ]) {
      expect(rules(taken(json), taken(ranges))).toEqual([
        'request-body-media-type-added: non-breaking',
        'request-body-media-type-added: non-breaking',
      ]);
    }
  });

  it('tells that a parameter is written as a media type, or as another one', () => {
    const schema = { type: 'object' };
    const plain = asked({ schema });
    const json = asked({ content: { 'application/json': { schema } } });
    const xml = asked({ content: { 'application/xml': { schema } } });
    const expected = ['request-parameter-serialization-changed: breaking'];
    expect(rules(plain, json)).toEqual(expected);
    expect(rules(json, xml)).toEqual(expected);
    expect(rules(json, json)).toEqual([]);
  });

  it('reads an exclusive bound in the words of 3.0 and of 3.1', () => {
    const old = { type: 'integer', minimum: 1, exclusiveMinimum: true };
    const now = (exclusiveMinimum: number) =>
      sent({ type: 'integer', exclusiveMinimum });
    expect(rules(sent(old), now(1), ['3.0.3', '3.1.0'])).toEqual([]);
    expect(rules(sent(old), now(2), ['3.0.3', '3.1.0'])).toEqual([
      'request-body-exclusive-min-increased: breaking',
    ]);
    expect(rules(now(1), sent(old), ['3.1.0', '3.0.3'])).toEqual([]);
  });
});
