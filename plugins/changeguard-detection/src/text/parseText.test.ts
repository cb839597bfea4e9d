import { Budget, defaultBudget } from '../Comparison';
import { parseText } from './parseText';

const small: Budget = { bytes: 10_000, depth: 50, nodes: 5_000 };

function failureOf(text: string, budget: Budget = small) {
  const result = parseText(text, budget);
  return result.outcome === 'failed' ? result.failure : result.outcome;
}

function valueOf(text: string) {
  const result = parseText(text, defaultBudget);
  return result.outcome === 'read' ? result.document.value : result.failure;
}

describe('parseText', () => {
  it('takes as much of JSON as may be, and leaves the parser alone with what is more', () => {
    const list = (count: number) =>
      `[ ${Array(count).fill('{ }').join(' ,')} ]`;
    const names = (count: number) =>
      `{${Array.from({ length: count }, (_, index) => `"${index},{":[]`)}}`;
    expect(parseText(list(4_999), { ...small, bytes: 100_000 }).outcome).toBe(
      'read',
    );
    expect(parseText(names(2_499), { ...small, bytes: 100_000 }).outcome).toBe(
      'read',
    );
    const parse = jest.spyOn(JSON, 'parse');
    try {
      for (const text of [list(5_000), names(2_500)]) {
        expect(parseText(text, { ...small, bytes: 100_000 })).toMatchObject({
          outcome: 'failed',
          failure: {
            reason: 'too-large',
            message: 'The text has more than 5000 names and values; split it.',
          },
        });
      }
      expect(parse).not.toHaveBeenCalled();
    } finally {
      parse.mockRestore();
    }
  });

  it('reads JSON and YAML to the same value', () => {
    const value = { a: [1, 'two', null, true], b: { c: 1.5 } };
    expect(valueOf(JSON.stringify(value))).toEqual(value);
    expect(valueOf('a: [1, two, null, true]\nb:\n  c: 1.5\n')).toEqual(value);
  });

  it('reads dates as the texts they are', () => {
    expect(valueOf('a: 2026-01-15')).toEqual({ a: '2026-01-15' });
  });

  it('reads YAML that looks like JSON', () => {
    expect(valueOf('{a: 1, b: [x]}')).toEqual({ a: 1, b: ['x'] });
  });

  it('leaves out a byte order mark', () => {
    expect(valueOf('\uFEFF{"a": 1}')).toEqual({ a: 1 });
  });

  it('keeps keys that would change prototypes as keys', () => {
    for (const text of [
      '{"__proto__": {"polluted": true}}',
      '__proto__:\n  polluted: true\n',
    ]) {
      const value = valueOf(text) as Record<string, unknown>;
      expect(Object.hasOwn(value, '__proto__')).toBe(true);
      expect(value.polluted).toBeUndefined();
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each([
    ['an empty text', '', 'parse-error'],
    ['only spaces', '  \n ', 'parse-error'],
    ['broken JSON', '{"a": 1', 'parse-error'],
    ['broken YAML', 'a: [1\nb: 2', 'parse-error'],
    ['a key given twice in YAML', 'a: 1\na: 2\n', 'parse-error'],
    ['a key given twice in JSON', '{"a": 1, "a": 2}', 'parse-error'],
    ['a NUL', 'a\u0000: 1', 'parse-error'],
    ['a lone surrogate', '{"a": "\uD800"}', 'parse-error'],
    ['two YAML documents', 'a: 1\n---\nb: 2\n', 'parse-error'],
    ['an unknown tag', 'a: !!js/function "x"', 'parse-error'],
    ['an alias without an anchor', 'a: *nowhere', 'parse-error'],
    ['an alias inside itself', 'a: &a [*a]', 'parse-error'],
    ['lists within lists', '['.repeat(60) + ']'.repeat(60), 'too-deep'],
    ['a hundred thousand brackets', '['.repeat(9_000), 'too-deep'],
    ['YAML within YAML', `a: ${'['.repeat(60)}${']'.repeat(60)}`, 'too-deep'],
    ['too many bytes', `a: ${'x'.repeat(11_000)}`, 'too-large'],
    [
      'too many values',
      `[${'1,'.repeat(4_990)}1,1,1,1,1,1,1,1,1,1,1,1]`,
      'too-large',
    ],
  ])('explains %s', (_, text, reason) => {
    expect(failureOf(text)).toMatchObject({
      reason,
      message: expect.stringMatching(/^[A-Z].+\.$/),
    });
  });

  it('counts what aliases stand for before anybody walks through it', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 10; level++) {
      const alias = `*a${level - 1}`;
      lines.push(`a${level}: &a${level} [${Array(10).fill(alias).join(', ')}]`);
    }
    expect(failureOf(lines.join('\n'))).toMatchObject({ reason: 'too-large' });
  });

  it('says in which line JSON breaks', () => {
    expect(failureOf('{\n  "a": 1,\n  "b": ]\n}')).toMatchObject({ line: 3 });
  });

  it('says in which line YAML breaks', () => {
    expect(failureOf('a: 1\nb:\n  - x\n c: 2\n')).toMatchObject({ line: 4 });
  });
});
