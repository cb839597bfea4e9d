import { ResolvedConsumer } from './AudienceResolver';
import { diffAudience, KnownConsumer } from './diffAudience';

const found = (entityRef: string, people = 1): ResolvedConsumer => ({
  entityRef,
  ownerRefs: [],
  direct: true,
  paths: [],
  evidence: [],
  members: Array.from({ length: people }, (_, n) => ({
    userRef: `user:default/${n}`,
    viaOwnerRef: `user:default/${n}`,
  })),
});
const known = (
  entityRef: string,
  rest: Partial<KnownConsumer> = {},
): KnownConsumer => ({
  id: entityRef,
  entityRef,
  left: false,
  reachable: true,
  ...rest,
});
const whole = { state: 'complete', found: true } as const;
const nothing = { appeared: [], returned: [], reached: [], left: [] };

describe('diffAudience', () => {
  it('finds nothing where nothing changed', () => {
    expect(
      diffAudience([known('a')], { ...whole, consumers: [found('a')] }),
    ).toEqual(nothing);
  });

  it('finds who appeared, left, returned, and has people now', () => {
    const difference = diffAudience(
      [
        known('stays'),
        known('leaves'),
        known('returns', { left: true }),
        known('is-reached', { reachable: false }),
        known('still-empty', { reachable: false }),
      ],
      {
        ...whole,
        consumers: [
          found('stays'),
          found('returns'),
          found('is-reached'),
          found('still-empty', 0),
          found('appears'),
        ],
      },
    );
    expect(difference).toMatchObject({
      appeared: [{ entityRef: 'appears' }],
      returned: [{ entityRef: 'returns' }],
      reached: [{ known: { entityRef: 'is-reached' } }],
      left: [{ entityRef: 'leaves' }],
    });
  });

  it('lets nobody leave while the catalog is not whole, or the entity is gone', () => {
    const before = [known('a')];
    const none = { consumers: [] };
    expect(
      diffAudience(before, { ...none, state: 'partial', found: true }),
    ).toEqual(nothing);
    expect(
      diffAudience(before, { ...none, state: 'complete', found: false }),
    ).toEqual(nothing);
  });
});
