import { useApi } from '@backstage/frontend-plugin-api';
import { changeGuardApiRef } from '@changeguard/backstage-plugin-changeguard-react';
import type { ChangeGuardApi } from '@changeguard/backstage-plugin-changeguard-react';
import { useSyncExternalStore } from 'react';
import { Comparison } from './Comparison';

/** One per API object, that is, per page load and signed-in person. */
const comparisons = new WeakMap<ChangeGuardApi, Comparison>();

function comparisonOf(api: ChangeGuardApi): Comparison {
  const comparison = comparisons.get(api) ?? new Comparison(api);
  comparisons.set(api, comparison);
  return comparison;
}

/** The comparison of the page, and where it stands. */
export function useComparison() {
  const comparison = comparisonOf(useApi(changeGuardApiRef));
  const state = useSyncExternalStore(comparison.subscribe, comparison.state);
  return { comparison, state };
}
