import type { SchemaChangeSummary } from '@changeguard/backstage-plugin-changeguard-common';
import {
  PagedList,
  SchemaChangesQuery,
  useSchemaChanges,
} from '@changeguard/backstage-plugin-changeguard-react';
import { useMemo } from 'react';

/** What is about to change at an entity, and elsewhere so that it matters to the entity. */
export interface EntityChangesData {
  here: PagedList<SchemaChangeSummary>;
  affecting: PagedList<SchemaChangeSummary>;
  /** Both lists are known to be empty. */
  isEmpty: boolean;
}

/** Reads the open changes to an entity and those that affect it. */
export function useEntityChanges(
  entityRef: string,
  options: { hold?: () => boolean } = {},
): EntityChangesData {
  const queries = useMemo(
    (): Record<'here' | 'affecting', SchemaChangesQuery> => ({
      here: {
        entityRef: [entityRef],
        status: ['draft', 'announced', 'released'],
        sort: 'effectiveAt',
        limit: 100,
      },
      affecting: {
        consumer: [entityRef],
        status: ['announced', 'released'],
        sort: 'effectiveAt',
        limit: 100,
      },
    }),
    [entityRef],
  );
  const here = useSchemaChanges(queries.here, options);
  const affecting = useSchemaChanges(queries.affecting, options);
  const known = [here, affecting].every(
    list => !list.loading && !list.error && list.items.length === 0,
  );
  return {
    here,
    affecting,
    isEmpty: known,
  };
}
