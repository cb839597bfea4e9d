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
