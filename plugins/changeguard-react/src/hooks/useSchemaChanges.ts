import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ListSchemaChangesInput,
  SchemaChangeSummary,
} from '@changeguard/backstage-plugin-changeguard-common';
import { changeGuardApiRef } from '../api/changeGuardApiRef';
import { useLiveRefresh } from './useLiveRefresh';
import { PagedList, usePagedList } from './usePagedList';

/** What can be asked of {@link useSchemaChanges}: the filters of `GET /schema-changes`. @public */
export type SchemaChangesQuery = Omit<ListSchemaChangesInput, 'cursor'>;

/**
 * The schema changes that match a query, kept up to date.
 *
 * @param query - the filters; `limit` is the size of one page.
 * @param options - `pages`: how many pages to show, 1 unless told. `hold`: answers whether new rows must wait just now, so as not to
 * move what is being read; then `waiting` counts them.
 * @public
 */
export function useSchemaChanges(
  query: SchemaChangesQuery,
  options: { pages?: number; hold?: () => boolean } = {},
): PagedList<SchemaChangeSummary> {
  const api = useApi(changeGuardApiRef);
  const list = usePagedList({
    load: (cursor, signal) =>
      api.call('listSchemaChanges', { query: { ...query, cursor }, signal }),
    key: `changes ${JSON.stringify(query)}`,
    pages: options.pages ?? 1,
    memory: api,
    hold: options.hold,
  });
  useLiveRefresh(list.refreshQuietly);
  return list;
}
