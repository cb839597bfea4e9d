import { Fact } from './Finding';
import { judge, RuleLevels } from './judge';
import { Rule } from './Rule';

const rule: Rule = {
  id: 'property-removed',
  severity: 'breaking',
  side: 'response',
  purpose: 'A property that clients rely on is gone.',
  message: 'The property {name} was removed.',
};

const fact: Fact = {
  rule: 'property-removed',
  side: null,
  pointer: '/properties/note',
  before: '{"type":"string"}',
  after: null,
  details: { name: 'note' },
};

function judged(levels?: RuleLevels, facts: Fact[] = [fact]) {
  return judge(facts, {
    rules: new Map([[rule.id, rule]]),
    levels,
    engine: 'test',
    engineVersion: '1',
  });
}

describe('judge', () => {
  it('says what the rule says, with the gaps filled', () => {
    expect(judged()).toEqual([
      expect.objectContaining({
        severity: 'breaking',
        side: 'response',
        message: 'The property note was removed.',
      }),
    ]);
  });

  it.each(['dangerous', 'non-breaking', 'breaking'] as const)(
    'raises or lowers a rule to %s',
    level => {
      expect(judged({ 'property-removed': level })[0].severity).toBe(level);
    },
  );

  it('drops what is muted', () => {
    expect(judged({ 'property-removed': 'muted' })).toEqual([]);
  });

  it('keeps a fingerprint whatever the level is', () => {
    const [plain] = judged();
    const [lowered] = judged({ 'property-removed': 'dangerous' });
    expect(lowered.fingerprint).toBe(plain.fingerprint);
  });

  it('says one thing once', () => {
    expect(judged({}, [fact, { ...fact }])).toHaveLength(1);
  });

  it('refuses a fact that no rule judges', () => {
    expect(() => judged({}, [{ ...fact, rule: 'unknown' }])).toThrow(
      "No rule 'unknown' in test",
    );
  });
});
