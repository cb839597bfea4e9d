/** Most pages read in one go; beyond it something is wrong, and a browser should not read on for ever. */
const MAX_PAGES = 20;

/** Reads a keyset-paged list to its end. */
export async function collectPages<
  TPage extends { items: unknown[]; nextCursor: string | null },
>(
  readPage: (cursor: string | undefined) => Promise<TPage>,
): Promise<{ items: TPage['items']; last: TPage }> {
  let last = await readPage(undefined);
  const items = [...last.items];
  for (let page = 1; last.nextCursor && page < MAX_PAGES; page++) {
    last = await readPage(last.nextCursor);
    items.push(...last.items);
  }
  return { items, last };
}
