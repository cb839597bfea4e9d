import fc from 'fast-check';
import { defaultBudget } from '../Comparison';
import { Finding } from '../Finding';
import { openApi } from '../formats/openapi';
import { judge } from '../judge';
import { Difference } from './Difference';
import { describeDifference } from './describeDifference';

const definition = (properties: string[]) => `openapi: 3.1.0
info:
  title: Orders
  version: '1'
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          content:
            application/json:
              schema:
                type: object
                required: [id]
                properties:
${properties.map(line => `                  ${line}`).join('\n')}
`;

async function findings(base: string, revision: string): Promise<Finding[]> {
  const comparison = await openApi.compare(base, revision, {
    budget: defaultBudget,
    now: new Date('2026-01-15T00:00:00Z'),
  });
  if (comparison.outcome === 'failed') throw new Error(comparison.message);
  return judge(comparison.findings, {
    rules: new Map(openApi.rules.map(rule => [rule.id, rule])),
    engine: 'openapi',
    engineVersion: '1',
  });
}

/** The lines of one side, as hunks show them. */
function shown({ hunks }: Difference, side: 'before' | 'after') {
  return hunks.flatMap(({ rows }) => rows.flatMap(row => row[side] ?? []));
}

describe('describeDifference', () => {
  const base = definition(['id: { type: string }', 'note: { type: string }']);
  const revision = definition([
    'id: { type: integer }',
    'tag: { type: string }',
  ]);

  it('puts changed lines side by side, with the lines around them', () => {
    const { outcome, hunks } = describeDifference(base, revision, []);
    expect(outcome).toBe('aligned');
    expect(hunks).toHaveLength(1);
    expect(hunks[0]).toMatchObject({ beforeStart: 14, afterStart: 14 });
    expect(hunks[0].rows.map(({ kind }) => kind)).toEqual([
      'same',
      'same',
      'same',
      'changed',
      'changed',
      'same',
    ]);
    expect(hunks[0].rows[3]).toEqual({
      kind: 'changed',
      before: { number: 17, text: expect.stringContaining('type: string') },
      after: { number: 17, text: expect.stringContaining('type: integer') },
    });
  });

  it('anchors every finding to a line of both sides and to the hunk that shows it', async () => {
    const found = await findings(base, revision);
    const { anchors, hunks } = describeDifference(base, revision, found);
    expect(found.map(({ rule }) => rule).sort()).toEqual([
      'response-optional-property-added',
      'response-optional-property-removed',
      'response-property-type-changed',
    ]);
    expect(anchors.map(({ fingerprint }) => fingerprint)).toEqual(
      found.map(({ fingerprint }) => fingerprint),
    );
    for (const { beforeLine, afterLine, hunk } of anchors) {
      expect(beforeLine).toBeGreaterThan(0);
      expect(afterLine).toBeGreaterThan(0);
      expect(hunks[hunk!]).toBeDefined();
    }
  });

  it('tells the line opposite to one that is on one side only', () => {
    const [finding] = [
      { fingerprint: 'f', afterRange: { startLine: 3, endLine: 3 } } as Finding,
    ];
    const { anchors } = describeDifference('a\nb\n', 'a\nb\nc\n', [finding]);
    expect(anchors).toEqual([
      { fingerprint: 'f', beforeLine: 3, afterLine: 3, hunk: 0 },
    ]);
  });

  it('has no hunks for texts that are the same but for how lines end', () => {
    expect(describeDifference('a\nb', 'a\r\nb', [])).toEqual({
      outcome: 'aligned',
      hunks: [],
      anchors: [],
      omittedRows: 0,
    });
  });

  it('shows every line that differs, at its number, for any two texts', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), {
      // No lines at all would be the same text as one empty line.
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(text, text, (old, now) => {
        const difference = describeDifference(
          old.join('\n'),
          now.join('\n'),
          [],
        );
        const left = ['before', 'after'] as const;
        const [before, after] = left.map(side => shown(difference, side));
        for (const { number, text: line } of before) {
          expect(line).toBe(old[number - 1] ?? '');
        }
        for (const { number, text: line } of after) {
          expect(line).toBe(now[number - 1] ?? '');
        }
        const hidden = (lines: string[], seen: { number: number }[]) => {
          const numbers = new Set(seen.map(({ number }) => number));
          return lines.filter((_, index) => !numbers.has(index + 1));
        };
        expect(hidden(old, before)).toEqual(hidden(now, after));
      }),
    );
  });

  it('shows only what findings are about where texts differ in too many lines', () => {
    const lines = (word: string) =>
      Array.from({ length: 20_000 }, (_, index) => `${word} ${index}`).join(
        '\n',
      );
    const range = { startLine: 500, endLine: 501 };
    const finding = {
      fingerprint: 'f',
      beforeRange: range,
      afterRange: { startLine: 700, endLine: 700 },
    } as Finding;
    const difference = describeDifference(lines('old'), lines('new'), [
      finding,
    ]);
    expect(difference).toMatchObject({
      outcome: 'fragments',
      anchors: [{ fingerprint: 'f', beforeLine: 500, afterLine: 700, hunk: 0 }],
    });
    expect(difference.hunks).toEqual([
      {
        beforeStart: 500,
        beforeLines: 2,
        afterStart: 700,
        afterLines: 1,
        rows: [
          {
            kind: 'changed',
            before: { number: 500, text: 'old 499' },
            after: { number: 700, text: 'new 699' },
          },
          {
            kind: 'removed',
            before: { number: 501, text: 'old 500' },
            after: null,
          },
        ],
      },
    ]);
  });

  it('leaves out hunks without findings first, and counts what it left out', () => {
    const old = Array.from({ length: 100 }, (_, index) => `line ${index}`);
    const now = old.map((line, index) =>
      index % 20 === 0 ? `${line}!` : line,
    );
    const finding = {
      fingerprint: 'f',
      afterRange: { startLine: 61, endLine: 61 },
    } as Finding;
    const { hunks, anchors, omittedRows } = describeDifference(
      old.join('\n'),
      now.join('\n'),
      [finding],
      { rows: 8 },
    );
    expect(hunks).toHaveLength(1);
    expect(hunks[0].rows).toContainEqual({
      kind: 'changed',
      before: { number: 61, text: 'line 60' },
      after: { number: 61, text: 'line 60!' },
    });
    expect(anchors[0].hunk).toBe(0);
    expect(omittedRows).toBe(4 + 3 * 7);
  });
});
