import { InMemoryCatalog } from '../__testUtils__/InMemoryCatalog';
import { peopleBehind } from './peopleBehind';

const catalog = new InMemoryCatalog()
  .relate('user:default/ann', 'memberOf', 'group:default/leads')
  .relate('user:default/bob', 'memberOf', 'group:default/team')
  .relate('user:default/cleo', 'memberOf', 'group:default/deep')
  .relate('group:default/team', 'childOf', 'group:default/leads')
  .relate('group:default/team', 'childOf', 'group:default/division')
  .relate('group:default/middle', 'childOf', 'group:default/division')
  .relate('group:default/deep', 'childOf', 'group:default/middle')
  .relate('group:default/one', 'childOf', 'group:default/other')
  .relate('group:default/other', 'childOf', 'group:default/one')
  .add('component:default/thing');

const usersBehind = (...owners: string[]) =>
  peopleBehind(owners, ref => catalog.get(ref)).members.map(
    ({ userRef, viaOwnerRef }) => `${userRef} for ${viaOwnerRef}`,
  );

describe('peopleBehind', () => {
  it('takes a user as they are', () => {
    expect(usersBehind('user:default/ann')).toEqual([
      'user:default/ann for user:default/ann',
    ]);
  });

  it('takes the direct members of a group, and nobody of its children', () => {
    expect(usersBehind('group:default/leads')).toEqual([
      'user:default/ann for group:default/leads',
    ]);
  });

  it('goes down from a group without members until somebody is found', () => {
    expect(usersBehind('group:default/division')).toEqual([
      'user:default/bob for group:default/division',
      'user:default/cleo for group:default/division',
    ]);
  });

  it('finds nobody in groups that contain each other', () => {
    expect(usersBehind('group:default/one')).toEqual([]);
  });

  it('finds nobody behind what is neither user nor group', () => {
    expect(usersBehind('component:default/thing')).toEqual([]);
  });

  it('names what must be read before it can answer', () => {
    const known = ['group:default/division', 'group:default/team'];
    const { members, unread } = peopleBehind(['group:default/division'], ref =>
      known.includes(ref) ? catalog.get(ref) : undefined,
    );
    expect(members.map(({ userRef }) => userRef)).toEqual(['user:default/bob']);
    expect(unread).toEqual(['group:default/middle']);
  });

  it('takes what is not in the catalog for nobody', () => {
    expect(peopleBehind(['user:default/gone'], () => null)).toEqual({
      members: [],
      unread: [],
    });
  });
});
