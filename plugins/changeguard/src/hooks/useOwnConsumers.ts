import { useApi } from '@backstage/frontend-plugin-api';
import type {
  AffectedConsumer,
  SchemaChangeSummary,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  Loaded,
  useLoad,
} from '@changeguard/backstage-plugin-changeguard-react';
import { useEffect, useRef } from 'react';

/** A change and those of its consumers that the reader may answer for. */
export interface OwnConsumers {
  change: SchemaChangeSummary;
  consumers: AffectedConsumer[];
}

/**
 * The consumers of some changes that the reader may answer for. Those of a change are asked for once, and again when its
 * version or its answers have moved.
 *
 * @param changes - at most a page of them, since each costs a request; undefined while they are not known.
 */
export function useOwnConsumers(
  changes: SchemaChangeSummary[] | undefined,
): Loaded<OwnConsumers[]> {
  const api = useApi(changeGuardApiRef);
  const known = useRef(new Map<string, Promise<AffectedConsumer[]>>());
  const stamps = changes?.map(stamp).join();

  const loaded = useLoad(
    async () => {
      const wanted = changes ?? [];
      const before = known.current;
      known.current = new Map(
        wanted.map(change => [
          stamp(change),
          before.get(stamp(change)) ?? answerable(change.id),
        ]),
      );
      try {
        const consumers = await Promise.all(known.current.values());
        return wanted.map((change, index) => ({
          change,
          consumers: consumers[index],
        }));
      } catch (error) {
        known.current.clear();
        throw error;
      }
    },
    changes ? 'known' : 'unknown',
  );
  const { refresh } = loaded;

  async function answerable(id: string) {
    const { items } = await api.call('listConsumers', {
      params: { id },
      query: { limit: 100 },
    });
    return items.filter(({ mayAnswer }) => mayAnswer);
  }

  const first = useRef(stamps);
  useEffect(() => {
    if (first.current !== stamps) refresh();
    first.current = stamps;
  }, [stamps, refresh]);

  return { ...loaded, loading: !changes || loaded.loading };
}

function stamp({ id, version, consumers }: SchemaChangeSummary): string {
  return `${id} ${version} ${JSON.stringify(consumers)}`;
}
