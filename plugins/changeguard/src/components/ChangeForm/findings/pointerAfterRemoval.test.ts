import { FindingValues } from '../formValues';
import { pointerAfterRemoval } from './pointerAfterRemoval';

const row = (key: string): FindingValues => ({
  key,
  rule: 'manual',
  severity: 'breaking',
  side: '',
  pointer: '',
  before: '',
  after: '',
  message: key,
});
const groups = [[row('a')], [row('b'), row('c'), row('d')], [row('e')]];

describe('pointerAfterRemoval', () => {
  it.each<[string, string[], string]>([
    ['the next place', ['b'], '/findings/c/message'],
    ['the place before the last', ['d'], '/findings/c/message'],
    ['the finding below', ['b', 'c', 'd'], '/findings/e/message'],
    ['the finding above the last', ['e'], '/findings/b/places'],
    ['the places of the finding below', ['a'], '/findings/b/places'],
  ])('goes on at %s', (_, keys, pointer) => {
    expect(pointerAfterRemoval(groups, keys)).toBe(pointer);
  });

  it('goes on where one adds when nothing is left', () => {
    expect(pointerAfterRemoval([[row('a')]], ['a'])).toBe('/findings');
  });
});
