import { explainRule } from './explainRule';
import { formats } from './formats';

describe('explainRule', () => {
  it('says why a rule matters, for whom, and what the other direction is', () => {
    expect(explainRule('openapi', 'request-parameter-became-required')).toEqual(
      {
        rule: 'request-parameter-became-required',
        severity: 'breaking',
        side: 'request',
        purpose: 'Requests without it are refused.',
        message: 'The {in} parameter {parameter} became required.',
        twin: {
          rule: 'request-parameter-became-optional',
          severity: 'non-breaking',
          purpose: 'Requests with it stay fine.',
        },
      },
    );
  });

  it('says why a rule has no other direction', () => {
    expect(explainRule('openapi', 'api-path-sunset-parse')?.twin).toEqual({
      waiver: 'there is no opposite of a date that cannot be read',
    });
  });

  it('explains every rule of every format', () => {
    for (const { id, rules } of formats.values()) {
      for (const rule of rules) {
        expect(explainRule(id, rule.id)?.twin).not.toBeNull();
      }
    }
  });

  it.each([
    ['openapi', 'no-such-rule'],
    ['no-such-format', 'endpoint-added'],
    ['openapi', 'toString'],
  ])('knows nothing of %s %s', (format, rule) => {
    expect(explainRule(format, rule)).toBeUndefined();
  });
});
