/** Writes filters as a URL's query: only those that are set, in an order that does not change. */
export function writeFilters(filters: object): URLSearchParams {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(filters)) {
    for (const one of [value].flat()) {
      if (one) search.append(key, one);
    }
  }
  return search;
}
