import { canonical } from '../text/canonical';
import { isObject } from '../text/isObject';
import { SCHEMA_SETS, SCHEMA_WORDS_FOR_PEOPLE } from '../text/keywords';

type Schema = Readonly<Record<string, unknown>>;

/** What is said deeper than this has no say. */
const DEEPEST = 6;

/** What a schema says besides its type, each statement with the way to it, such as `/properties/id/type string`. */
export function statementsOf(schema: Schema): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: unknown, path: string, depth: number) => {
    if (!isObject(value) || depth > DEEPEST) {
      found.add(`${path} ${canonical(value)}`);
      return;
    }
    for (const [key, one] of Object.entries(value)) {
      if (SCHEMA_WORDS_FOR_PEOPLE.has(key)) continue;
      const below = `${path}/${key}`;
      if (SCHEMA_SETS.has(key) && Array.isArray(one)) {
        for (const item of one) visit(item, below, depth + 1);
      } else {
        visit(one, below, depth + 1);
      }
    }
  };
  const { type: _, ...words } = schema;
  visit(words, '', 0);
  return found;
}

/** How alike two sets of statements are: what both say of all that is said; 0 unless one of them says most of the other. */
export function likeness(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
): number {
  const shared = [...a].filter(one => b.has(one)).length;
  return shared * 2 <= Math.min(a.size, b.size)
    ? 0
    : shared / (a.size + b.size - shared);
}
