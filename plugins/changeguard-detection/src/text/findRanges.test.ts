import { dump } from 'js-yaml';
import fc from 'fast-check';
import { defaultBudget } from '../Comparison';
import { findRanges } from './findRanges';
import { parseText } from './parseText';

function rangesOf(text: string, ...pointers: string[]) {
  const result = parseText(text, defaultBudget);
  if (result.outcome === 'failed') throw new Error(result.failure.message);
  return Object.fromEntries(findRanges(result.document, pointers));
}

describe('findRanges', () => {
  it('finds the lines of places in JSON', () => {
    const text =
      '{\n  "a": {\n    "b/c": [\n      1,\n      2\n    ]\n  },\n  "d": "}"\n}\n';
    expect(rangesOf(text, '/a', '/a/b~1c/1', '/d', '/nowhere')).toEqual({
      '/a': { startLine: 2, endLine: 7 },
      '/a/b~1c/1': { startLine: 5, endLine: 5 },
      '/d': { startLine: 8, endLine: 8 },
    });
  });

  it('finds the lines of places in YAML', () => {
    const text =
      'a:\n  b/c:\n    - 1\n    - x: 2\n      y: 3\nd: |\n  one\n  two\ne: 1\n';
    expect(rangesOf(text, '/a', '/a/b~1c/1', '/d', '/e')).toEqual({
      '/a': { startLine: 1, endLine: 5 },
      '/a/b~1c/1': { startLine: 4, endLine: 5 },
      '/d': { startLine: 6, endLine: 8 },
      '/e': { startLine: 9, endLine: 9 },
    });
  });

  it('finds every place of any document in both', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
        const pointers = Object.keys(value).map(
          key => `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`,
        );
        const json = JSON.stringify(value, null, 2);
        const found = rangesOf(json, ...pointers);
        expect(Object.keys(found).sort()).toEqual([...pointers].sort());
        for (const [key, { startLine }] of Object.entries(found)) {
          const line = json.split('\n')[startLine - 1];
          const name = key.slice(1).replace(/~1/g, '/').replace(/~0/g, '~');
          expect(line).toContain(JSON.stringify(name));
        }
        const yaml = dump(value);
        expect(Object.keys(rangesOf(yaml, ...pointers)).sort()).toEqual(
          [...pointers].sort(),
        );
      }),
      { numRuns: 100 },
    );
  });
});
