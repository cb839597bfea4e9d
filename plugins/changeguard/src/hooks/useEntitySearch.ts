import { Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';

const LIMIT = 20;
const PAUSE = 200;
/** The kinds that offer a schema somebody can depend on. */
const kinds = ['API', 'Component', 'Resource'];

/** The entities that a term finds, and whether looking for them works. */
export interface EntitySearch {
  found: Entity[];
  searching: boolean;
  error: Error | undefined;
}

/**
 * Searches the catalog for what can change. Without a term it answers what the given owners have.
 *
 * @param options - `enabled`: false asks for nothing.
 */
export function useEntitySearch(options: {
  term: string;
  owners: readonly string[];
  enabled: boolean;
}): EntitySearch {
  const { owners, enabled } = options;
  const term = options.term.trim();
  const ownerKey = owners.join(' ');
  const catalog = useApi(catalogApiRef);
  const [state, setState] = useState<EntitySearch>({
    found: [],
    searching: false,
    error: undefined,
  });

  useEffect(() => {
    if (!enabled) return undefined;
    let wanted = true;
    setState(old => ({ ...old, searching: true }));
    const filter: Record<string, string[]> = { kind: kinds };
    if (!term && ownerKey) filter['relations.ownedBy'] = ownerKey.split(' ');
    const timer = setTimeout(
      () =>
        catalog
          .queryEntities({
            filter,
            ...(term && {
              fullTextFilter: {
                term,
                fields: ['metadata.name', 'metadata.title'],
              },
            }),
            fields: ['kind', 'metadata', 'spec.type', 'relations'],
            orderFields: { field: 'metadata.name', order: 'asc' },
            limit: LIMIT,
          })
          .then(
            ({ items }) => ({ found: items, error: undefined }),
            failure => ({ found: [], error: toError(failure) }),
          )
          .then(answer => {
            if (wanted) setState({ ...answer, searching: false });
          }),
      term ? PAUSE : 0,
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [catalog, term, ownerKey, enabled]);

  return state;
}
