import { FaultPlan } from './FaultPlan';

describe('FaultPlan', () => {
  it('names the calls of a story, with a number from the second time on', () => {
    const plan = new FaultPlan();
    plan.pass('before it begins');
    plan.begin();
    ['a', 'b', 'a'].forEach(name => plan.pass(name));
    plan.end();
    plan.pass('after its end');
    expect(plan.passed).toEqual(['a', 'b', 'a #2']);
    expect(plan.struckAt).toBeUndefined();
  });

  it('strikes at its point, once', () => {
    const plan = new FaultPlan({ point: 'a #2', mode: 'hang' });
    plan.begin();
    expect(['a', 'b', 'a', 'a'].map(name => plan.pass(name))).toEqual([
      null,
      null,
      'hang',
      null,
    ]);
    expect(plan.struckAt).toBeDefined();
  });

  it('counts a poll when it has found something, and lets it fail before anybody knows', () => {
    const plan = new FaultPlan({ point: 'claim #2', mode: 'before' });
    plan.begin();
    expect(plan.passPoll('claim')).toBeNull();
    expect(plan.pass('claim')).toBeNull();
    expect(plan.passPoll('claim')).toBe('before');
    expect(plan.passPoll('claim')).toBeNull();
    expect(plan.passed).toEqual(['claim']);
  });

  it('counts what is the same each time once', () => {
    const plan = new FaultPlan();
    plan.begin();
    plan.passOnce('token');
    plan.passOnce('token');
    expect(plan.passed).toEqual(['token']);
  });
});
