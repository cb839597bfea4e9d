import { useApi } from '@backstage/frontend-plugin-api';
import { changeGuardApiRef } from '@changeguard/backstage-plugin-changeguard-react';
import type { ChangeGuardApi } from '@changeguard/backstage-plugin-changeguard-react';
import { useSyncExternalStore } from 'react';
import { Comparison } from './Comparison';

/** By the draft that is compared, for each API object, that is, per page load and signed-in person. */
const comparisons = new WeakMap<ChangeGuardApi, Map<string, Comparison>>();

/** Of a page: two drafts may be written at the same path. */
const address = () => window.location.pathname + window.location.search;

function comparisonOf(api: ChangeGuardApi, draftKey: string): Comparison {
  const byDraft = comparisons.get(api) ?? new Map<string, Comparison>();
  comparisons.set(api, byDraft);
  const known = byDraft.get(draftKey);
  if (known) return known;
  const comparison = new Comparison(api, address, () => {
    // A page drawn with it just before listens late, and leaves it when another has its place.
    if (byDraft.get(draftKey) === comparison) byDraft.delete(draftKey);
  });
  byDraft.set(draftKey, comparison);
  return comparison;
}

/**
 * The comparison of a draft, and where it stands.
 *
 * @param draftKey - of this browser's storage.
 */
export function useComparison(draftKey: string) {
  const comparison = comparisonOf(useApi(changeGuardApiRef), draftKey);
  const state = useSyncExternalStore(comparison.subscribe, comparison.state);
  return { comparison, state };
}
