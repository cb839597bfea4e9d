/** One answer of a keyset-paged list, or several in a row. @public */
export interface Page<T> {
  /** In the order of the list. */
  items: T[];
  /** Where it goes on; null at its end. */
  nextCursor: string | null;
}

/** Lists one may come back to with the browser's back button; more are forgotten, oldest first. */
const KEPT = 20;

const lists = new WeakMap<
  object,
  Map<string, Page<unknown> & { pages: number }>
>();

/**
 * What lists showed last, so that coming back shows the same rows at the same height at once; they are loaded again
 * right after. Kept per API object, that is, per page load and signed-in person.
 */
export const pageMemory = {
  get<T>(owner: object, key: string) {
    return lists.get(owner)?.get(key) as
      | (Page<T> & { pages: number })
      | undefined;
  },
  set<T>(owner: object, key: string, page: Page<T>, pages: number) {
    const own = lists.get(owner) ?? new Map();
    lists.set(owner, own);
    own.delete(key);
    own.set(key, { ...page, pages });
    if (own.size > KEPT) own.delete(own.keys().next().value);
  },
};
