import { Comparer, ComparisonRequest, JudgedComparison } from './Comparer';

/**
 * What can be said of a definition that has nothing before it: it breaks nobody, but it may be unreadable, in whole or in part.
 * Comparing it with itself is how an engine says so.
 */
export async function compareWithItself(
  comparer: Comparer,
  request: Omit<ComparisonRequest, 'base'>,
): Promise<JudgedComparison> {
  const base = request.revision;
  const comparison = await comparer.compare({ ...request, base });
  const { failure } = comparison;
  return failure?.which
    ? { ...comparison, failure: { ...failure, which: 'revision' } }
    : comparison;
}
