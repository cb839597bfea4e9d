import type { Page } from './pageMemory';

/**
 * Lays a newer answer over what is shown without moving it: rows keep their order and take their new content; when rows have come
 * or gone, the newer answer is held for later.
 */
export function mergeInPlace<T extends { id: string }>(
  shown: Page<T>,
  newer: Page<T>,
): Page<T> & { held?: Page<T> } {
  const sameRows =
    shown.items.length === newer.items.length &&
    shown.items.every(({ id }, index) => newer.items[index].id === id);
  if (sameRows || shown.items.length === 0) return newer;

  const byId = new Map(newer.items.map(item => [item.id, item]));
  return {
    items: shown.items.map(item => byId.get(item.id) ?? item),
    nextCursor: shown.nextCursor,
    held: newer,
  };
}
