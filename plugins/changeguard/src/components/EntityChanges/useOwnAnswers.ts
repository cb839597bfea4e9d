import type {
  AffectedConsumer,
  SchemaChangeSummary,
} from '@changeguard/backstage-plugin-changeguard-common';
import type { PagedList } from '@changeguard/backstage-plugin-changeguard-react';
import { useMemo } from 'react';
import { useOwnConsumers } from '../../hooks/useOwnConsumers';

/** An entity as a consumer of changes, where the reader may answer for it; by change id. */
export function useOwnAnswers(
  affecting: PagedList<SchemaChangeSummary>,
  entityRef: string,
): { byChange: Map<string, AffectedConsumer>; refresh: () => Promise<void> } {
  const { value, refresh } = useOwnConsumers(
    affecting.loading ? undefined : affecting.items,
  );
  const byChange = useMemo(
    () =>
      new Map(
        (value ?? []).flatMap(({ change, consumers }) =>
          consumers
            .filter(consumer => consumer.entityRef === entityRef)
            .map(consumer => [change.id, consumer]),
        ),
      ),
    [value, entityRef],
  );
  return { byChange, refresh };
}
