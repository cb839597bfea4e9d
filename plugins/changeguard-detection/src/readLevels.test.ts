import { readLevels } from './readLevels';

describe('readLevels', () => {
  it('takes the levels that there are for the rules that there are', () => {
    const levels = {
      'response-property-type-changed': 'dangerous',
      'request-parameter-removed': 'breaking',
      'endpoint-added': 'muted',
    };
    expect(readLevels(levels, 'openapi')).toEqual({ outcome: 'valid', levels });
  });

  it('names the rules that are close to one that does not exist', () => {
    expect(readLevels({ 'request-parameter-remove': 'muted' })).toEqual({
      outcome: 'invalid',
      problems: [
        {
          rule: 'request-parameter-remove',
          message: expect.stringMatching(
            /^There is no rule 'request-parameter-remove'\. Did you mean 'request-parameter-removed'/,
          ),
        },
      ],
    });
  });

  it('names none where none is close', () => {
    expect(readLevels({ everything: 'muted' }, 'graphql')).toMatchObject({
      problems: [{ message: "There is no rule 'everything' of graphql." }],
    });
  });

  it('asks a format for its own rules only', () => {
    const levels = { 'endpoint-added': 'muted' };
    expect(readLevels(levels).outcome).toBe('valid');
    expect(readLevels(levels, 'avro').outcome).toBe('invalid');
  });

  it.each([
    ['a list', ['endpoint-added']],
    ['a text', 'endpoint-added'],
    ['nothing', null],
  ])('refuses %s', (_, written) => {
    expect(readLevels(written)).toMatchObject({ outcome: 'invalid' });
  });

  it('lists every mistake', () => {
    const written = { 'endpoint-added': 'off', __proto: 'muted', toString: 1 };
    expect(readLevels(written)).toMatchObject({
      problems: [
        {
          rule: 'endpoint-added',
          message:
            "The level of 'endpoint-added' is none of breaking, dangerous, non-breaking, muted.",
        },
        { rule: '__proto' },
        { rule: 'toString' },
      ],
    });
  });
});
