import { readFilters } from './filters';
import { toQuery } from './toQuery';

const bob = {
  userEntityRef: 'user:default/bob',
  ownershipEntityRefs: ['user:default/bob', 'group:default/team-checkout'],
};
const now = '2026-12-01T12:00:00.000Z';
const query = (url: string) =>
  JSON.parse(
    JSON.stringify(toQuery(readFilters(new URLSearchParams(url)), bob, now)),
  );

describe('toQuery', () => {
  it('asks for everything, newest first, when nothing is chosen', () => {
    expect(query('')).toEqual({ sort: '-createdAt', limit: 50 });
  });

  it('puts the reader’s teams into "mine" and "affecting"', () => {
    expect(query('view=mine')).toMatchObject({
      owner: bob.ownershipEntityRefs,
      sort: 'effectiveAt',
    });
    expect(query('view=affecting')).toMatchObject({
      consumerOwner: bob.ownershipEntityRefs,
      status: ['announced', 'released'],
    });
  });

  it('takes as overdue what is announced and past its date', () => {
    expect(query('view=overdue')).toMatchObject({
      status: ['announced'],
      effectiveBefore: now,
    });
    expect(query('view=overdue&before=2026-11-01').effectiveBefore < now).toBe(
      true,
    );
  });

  it('lets a chosen filter win over that of the view', () => {
    expect(
      query('view=mine&owner=group%3Adefault%2Fother&status=draft'),
    ).toMatchObject({ owner: ['group:default/other'], status: ['draft'] });
  });

  it('takes days whole, as the reader’s', () => {
    const { effectiveAfter, effectiveBefore } = query(
      'after=2027-01-01&before=2027-01-01',
    );
    expect(Date.parse(effectiveBefore) - Date.parse(effectiveAfter)).toBe(
      86_400_000 - 1,
    );
  });
});
