import { GroupableFinding } from '@changeguard/backstage-plugin-changeguard-common';
import { detectedTitle } from './detectedWords';

const finding = (
  message: string,
  property: string,
  print: string,
): GroupableFinding => ({
  rule: 'response-property-removed',
  severity: 'breaking',
  side: 'response',
  pointer: `/components/schemas/Order/properties/${property}`,
  before: 'string',
  after: null,
  message,
  fingerprint: print.repeat(64),
});

describe('detectedTitle', () => {
  it('counts what a shared schema says in many places as one difference', () => {
    const shared = [
      finding('The property items/items/total was removed.', 'total', 'a'),
      finding('The property total was removed.', 'total', 'b'),
    ];
    expect(detectedTitle(shared)).toBe(
      'The property total was removed (in 2 places)',
    );
    expect(
      detectedTitle([
        ...shared,
        finding('The property note was removed.', 'note', 'c'),
      ]),
    ).toBe(
      'The property total was removed (in 2 places) and 1 more difference',
    );
  });

  it('cuts a long sentence, never what it is followed by', () => {
    const title = detectedTitle([
      finding(`The property ${'o'.repeat(400)} was removed.`, 'o', 'a'),
      finding('The property note was removed.', 'note', 'b'),
    ]);
    expect(title).toHaveLength(300);
    expect(title).toMatch(/…\sand 1 more difference$/);
  });
});
