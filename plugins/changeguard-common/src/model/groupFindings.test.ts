import { GroupableFinding, groupFindings } from './groupFindings';

const total = '/components/schemas/Order/properties/total';

const finding = (
  print: string,
  more: Partial<GroupableFinding> = {},
): GroupableFinding => ({
  rule: 'response-property-type-changed',
  severity: 'breaking',
  side: 'response',
  pointer: total,
  before: '"number"',
  after: '"string"',
  message: 'The type of total changed.',
  fingerprint: print.repeat(64),
  ...more,
});

describe('groupFindings', () => {
  it('tells once what many operations share, in the fewest words, and names the operations', () => {
    const findings = [
      finding('a', {
        operation: 'GET /orders',
        message: 'The type of items/items/total changed.',
      }),
      finding('b', { operation: 'GET /orders/{id}' }),
      finding('c', {
        operation: 'GET /orders',
        message: 'The type of latest/total changed.',
      }),
    ];
    expect(groupFindings(findings)).toEqual([
      {
        told: findings[1],
        findings,
        operations: ['GET /orders', 'GET /orders/{id}'],
      },
    ]);
  });

  it.each([
    [
      'The property total of the response 200 was removed.',
      'The property total of the response 201 was removed.',
      'The property total of the response was removed.',
    ],
    [
      'The property total of the response default was removed.',
      'The property items/items/total of the response 2XX was removed.',
      'The property total of the response was removed.',
    ],
    [
      'The property total of the response 200 was removed.',
      'The property items/items/total of the response 200 was removed.',
      'The property total of the response 200 was removed.',
    ],
    [
      'The body of the answer 200 to onPaid has another type (200 → 201).',
      'The body of the answer 202 to onPaid has another type (200 → 201).',
      'The body of the answer to onPaid has another type (200 → 201).',
    ],
  ])('says of %p and %p what is true of both', (one, other, both) => {
    const findings = [
      finding('a', { message: one }),
      finding('b', { message: other }),
    ];
    expect(groupFindings(findings)).toEqual([
      expect.objectContaining({
        told: expect.objectContaining({ message: both }),
        findings,
      }),
    ]);
  });

  it('keeps apart what two parameters say of the schema they share', () => {
    const messages = ['limit', 'size'].map(
      name => `The type of the query parameter ${name} changed.`,
    );
    expect(
      groupFindings([
        finding('a', { message: messages[0] }),
        finding('b', { message: messages[1] }),
      ]).map(({ told }) => told.message),
    ).toEqual(messages);
  });

  it.each<[string, Partial<GroupableFinding>]>([
    ['for somebody else', { side: 'request' }],
    ['of another place', { pointer: '/components/schemas/Basket' }],
    ['of another fragment', { after: '"integer"' }],
    ['of another severity', { severity: 'dangerous' }],
    ['that somebody accepted', { accepted: { id: 'one' } }],
  ])('keeps apart a finding %s', (_, more) => {
    expect(groupFindings([finding('a'), finding('b', more)])).toHaveLength(2);
  });

  it('keeps accepted ones where they are for those who accept them', () => {
    const findings = [finding('a'), finding('b', { accepted: { id: 'one' } })];
    expect(groupFindings(findings, { acceptedApart: false })).toEqual([
      expect.objectContaining({ findings }),
    ]);
  });

  it('never groups what people wrote, nor what points to no place of a document', () => {
    const written = { fingerprint: null };
    const named = { pointer: 'public.orders' };
    expect(
      groupFindings([finding('a', written), finding('b', written)]),
    ).toHaveLength(2);
    expect(
      groupFindings([finding('a', named), finding('b', named)]),
    ).toHaveLength(2);
  });
});
