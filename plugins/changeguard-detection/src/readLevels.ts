import { distance } from 'fastest-levenshtein';
import { RuleLevels } from './judge';
import { ruleSets } from './ruleSets';

/** What came of reading levels. @public */
export type LevelsResult =
  | { outcome: 'valid'; levels: RuleLevels }
  | {
      outcome: 'invalid';
      /** One sentence for each entry that cannot be. */
      problems: { rule: string; message: string }[];
    };

const LEVELS = ['breaking', 'dangerous', 'non-breaking', 'muted'] as const;

/** How many names are offered in place of one that does not exist. */
const OFFERED = 3;

/**
 * Reads levels as somebody wrote them: an object from ids of rules to `breaking`, `dangerous`, `non-breaking` or `muted`. An id
 * that no rule has is a mistake, which names the ones that are close.
 *
 * @param format - whose rules are meant; those of all formats when left out.
 * @public
 */
export function readLevels(written: unknown, format?: string): LevelsResult {
  if (
    typeof written !== 'object' ||
    written === null ||
    Array.isArray(written)
  ) {
    const message = 'Levels are an object from ids of rules to levels.';
    return { outcome: 'invalid', problems: [{ rule: '', message }] };
  }
  const ids = idsOf(format);
  const levels: Record<string, (typeof LEVELS)[number]> = {};
  const problems: { rule: string; message: string }[] = [];
  for (const [rule, value] of Object.entries(written)) {
    const level = LEVELS.find(one => one === value);
    if (!ids.has(rule)) {
      problems.push({ rule, message: unknownRule(rule, ids, format) });
    } else if (!level) {
      const message = `The level of '${rule}' is none of ${LEVELS.join(', ')}.`;
      problems.push({ rule, message });
    } else {
      levels[rule] = level;
    }
  }
  return problems.length === 0
    ? { outcome: 'valid', levels }
    : { outcome: 'invalid', problems };
}

function idsOf(format: string | undefined): ReadonlySet<string> {
  const meant =
    format === undefined
      ? [...ruleSets.values()]
      : [ruleSets.get(format)].filter(one => one !== undefined);
  return new Set(meant.flatMap(({ rules }) => rules.map(({ id }) => id)));
}

function unknownRule(
  rule: string,
  ids: ReadonlySet<string>,
  format: string | undefined,
): string {
  const name = rule.slice(0, 100);
  const where = format === undefined ? '' : ` of ${format}`;
  const near = nearest(name, ids)
    .map(id => `'${id}'`)
    .join(', ');
  return `There is no rule '${name}'${where}.${
    near && ` Did you mean ${near}?`
  }`;
}

/** The ids that differ least, where less than a third differs. */
function nearest(rule: string, ids: ReadonlySet<string>): string[] {
  return [...ids]
    .map(id => ({ id, far: distance(rule, id) }))
    .filter(({ far }) => far * 3 <= rule.length)
    .sort((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1))
    .slice(0, OFFERED)
    .map(({ id }) => id);
}
