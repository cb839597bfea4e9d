import { FindingValues } from '../formValues';
import { groupRows, markGroups } from './groupRows';

const row = (key: string, pointer: string): FindingValues => ({
  key,
  rule: 'response-property-removed',
  severity: 'breaking',
  side: 'response',
  pointer,
  before: 'type: string',
  after: '',
  message: `In ${key}`,
  fingerprint: key.repeat(64),
});
const keysOf = (rows: readonly FindingValues[]) =>
  groupRows(rows).map(group => group.map(({ key }) => key).join(''));

describe('groupRows', () => {
  const rows = markGroups([
    row('a', '/p/1'),
    row('b', '/p/10'),
    row('c', '/p/1'),
  ]);

  it('puts together what began as one finding in several places', () => {
    expect(keysOf(rows)).toEqual(['ac', 'b']);
  });

  it('leaves groups as they are while a shared field is emptied and typed anew', () => {
    const typed = (pointer: string) =>
      rows.map(one => (one.key === 'b' ? one : { ...one, pointer }));
    expect(keysOf(typed(''))).toEqual(['ac', 'b']);
    expect(keysOf(typed('/p/10'))).toEqual(['ac', 'b']);
  });

  it('leaves the others together when the first of them is taken away', () => {
    expect(keysOf(rows.slice(1))).toEqual(['b', 'c']);
    const three = markGroups(['a', 'b', 'c'].map(key => row(key, '/p/1')));
    expect(keysOf(three.slice(1))).toEqual(['bc']);
  });
});
