import { useUrlFilters } from '../Filters/useUrlFilters';
import { readFilters } from './filters';

/** The filters of the list of changes. */
export function useFilters() {
  return useUrlFilters(readFilters);
}
