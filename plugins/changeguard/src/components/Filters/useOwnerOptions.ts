import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';

/** So long after the last key, in milliseconds, the catalog is asked. */
const PAUSE = 200;

/** Groups and people, or people only, whose name holds some text. */
export function useOwnerOptions(
  text: string,
  wanted: boolean,
  kind: readonly ('Group' | 'User')[] = ['Group', 'User'],
): { options: string[]; loading: boolean } {
  const catalog = useApi(catalogApiRef);
  const [found, setFound] = useState<{ text: string; options: string[] }>();

  useDebounce(
    async () => {
      if (!wanted || found?.text === text) return;
      try {
        const { items } = await catalog.queryEntities({
          filter: { kind: [...kind] },
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
          orderFields: { field: 'metadata.name', order: 'asc' },
          limit: 20,
          ...(text && {
            fullTextFilter: {
              term: text,
              fields: [
                'metadata.name',
                'metadata.title',
                'spec.profile.displayName',
              ],
            },
          }),
        });
        setFound({
          text,
          options: items.map(item => stringifyEntityRef(item)),
        });
      } catch {
        // Without the catalog there is nothing to suggest; what is chosen already keeps working.
        setFound({ text, options: [] });
      }
    },
    PAUSE,
    [text, wanted],
  );
  return { options: found?.options ?? [], loading: found?.text !== text };
}
