import { formats } from '../src/formats';
import { Case, idsOf } from './Case';
import { Source } from './Source';

/** What corpora call formats, where we call them otherwise. */
const CALLED: Readonly<Record<string, string>> = { jsonschema: 'json-schema' };

/**
 * How cases are measured of which nothing is known but what stands in them. They have no target.
 *
 * @returns undefined for a format that nothing here compares
 */
export function sourceOfRows(
  name: string,
  cases: readonly Case[],
): Source | undefined {
  const [{ format: called, mode }] = cases;
  const format = formats.get(CALLED[called] ?? called);
  if (!format) return undefined;
  const rules = new Set(format.rules.map(({ id }) => id));
  const ours = (one: Case) =>
    idsOf(one)
      .map(id => id.toLowerCase().replaceAll('_', '-'))
      .filter(id => rules.has(id));
  return {
    name,
    format: format.id,
    options:
      /BACKWARD/i.test(mode ?? '') || cases.some(one => one.expected_forward)
        ? { compatibility: 'backward' }
        : undefined,
    forward: true,
    include: one => one.config === null || one.config === undefined,
    left: cases.some(one => one.config)
      ? 'cases with options that are not the defaults'
      : undefined,
    rules: cases.some(one => ours(one).length > 0) ? ours : undefined,
  };
}
