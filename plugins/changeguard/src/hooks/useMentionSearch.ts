import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';

/** A person or a team that can be mentioned. */
export interface Mentionable {
  entityRef: string;
  kind: 'user' | 'group';
  name: string;
  /** The name people know, where the catalog has one. */
  title: string | undefined;
}

const LIMIT = 8;
/** Long enough, in milliseconds, for a fast typist to finish the word. */
const PAUSE = 150;

function toMentionable(entity: Entity): Mentionable {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return {
    entityRef: stringifyEntityRef(entity),
    kind: entity.kind.toLocaleLowerCase('en-US') === 'group' ? 'group' : 'user',
    name: entity.metadata.name,
    title: profile?.displayName ?? entity.metadata.title,
  };
}

/** The people and teams whose name holds a term; undefined searches for nothing. */
export function useMentionSearch(term: string | undefined): Mentionable[] {
  const catalog = useApi(catalogApiRef);
  const [found, setFound] = useState<Mentionable[]>([]);

  useEffect(() => {
    if (term === undefined) {
      setFound([]);
      return undefined;
    }
    let wanted = true;
    const timer = setTimeout(async () => {
      try {
        const { items } = await catalog.queryEntities({
          filter: { kind: ['User', 'Group'] },
          fullTextFilter: {
            term: term.replace(/^(?:user|group):(?:[\w.-]+\/)?/, ''),
            fields: [
              'metadata.name',
              'metadata.title',
              'spec.profile.displayName',
            ],
          },
          fields: ['kind', 'metadata', 'spec.profile.displayName'],
          orderFields: { field: 'metadata.name', order: 'asc' },
          limit: LIMIT,
        });
        if (wanted) setFound(items.map(toMentionable));
      } catch {
        // Without suggestions one can still write the name.
        if (wanted) setFound([]);
      }
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [catalog, term]);

  return found;
}
