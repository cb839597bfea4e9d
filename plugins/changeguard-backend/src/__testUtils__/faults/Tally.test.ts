import { RunResult } from './runOnce';
import { Tally } from './Tally';

const result = (
  struck: boolean,
  violations: RunResult['violations'] = [],
): RunResult => ({
  points: [],
  struck,
  violations,
  checked: [],
  journal: [],
  ms: 1,
});
const aim = { point: 'postgres: claim #1', mode: 'hang' } as const;

describe('what many runs came to', () => {
  const struckTimes = (times: number) => {
    const tally = new Tally();
    for (let n = 0; n < times; n++) tally.add(aim, result(true));
    return tally;
  };

  it('has failed when anything was violated', () => {
    const tally = struckTimes(3);
    tally.add(aim, result(true, [{ invariant: 'once', sentence: 'Twice.' }]));
    expect(tally.failed).toBe(1);
  });

  it('takes a point that did not come for one that comes in some runs only, and says so', () => {
    const tally = struckTimes(100);
    tally.add(aim, result(false));
    expect(tally.failed).toBe(0);
    expect(tally.report()).toContain('NOT REACHED, TWICE');
  });

  it('has failed when the plan misses what it is to hit', () => {
    const tally = struckTimes(100);
    tally.add(aim, result(false));
    tally.add(aim, result(false));
    expect(tally.failed).toBe(2);
  });
});
