import { Case } from './Case';
import { Source } from './Source';

/** The two texts of a case; undefined where a source has none for it. */
export function textsOf(
  source: Source,
  one: Case,
): { base: string; revision: string } | undefined {
  return source.texts
    ? source.texts(one)
    : { base: written(one.base), revision: written(one.revision) };
}

/** Files and their texts are written as JSON. */
function written(definition: unknown): string {
  return typeof definition === 'string'
    ? definition
    : JSON.stringify(definition);
}
