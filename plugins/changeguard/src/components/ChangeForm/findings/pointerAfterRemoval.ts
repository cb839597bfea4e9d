import { FindingValues } from '../formValues';

/**
 * Where one goes on once rows are taken away: at the next place of the same finding, else at the finding that comes up in its stead.
 *
 * @param groups - as they were before.
 * @returns the pointer of a field.
 */
export function pointerAfterRemoval(
  groups: readonly (readonly FindingValues[])[],
  keys: readonly string[],
): string {
  const isGone = ({ key }: FindingValues) => keys.includes(key);
  const at = groups.findIndex(group => group.some(isGone));
  const left = groups[at]?.filter(row => !isGone(row)) ?? [];
  if (left.length > 0) {
    const place = Math.min(groups[at].findIndex(isGone), left.length - 1);
    return `/findings/${left[place].key}/message`;
  }
  const others = groups.filter((_, index) => index !== at);
  const next = others[Math.min(at, others.length - 1)];
  if (!next) return '/findings';
  return `/findings/${next[0].key}/${next.length > 1 ? 'places' : 'message'}`;
}
