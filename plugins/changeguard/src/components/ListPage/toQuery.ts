import type {
  Ownership,
  SchemaChangesQuery,
} from '@changeguard/backstage-plugin-changeguard-react';
import { DateTime } from 'luxon';
import type { Filters } from './filters';

const open = ['announced', 'released'] as const;
const some = <T>(values: T[]) => (values.length > 0 ? values : undefined);

/**
 * What the filters mean for this reader at this time, as the API takes it. Days are the reader's: from their first moment to
 * their last.
 *
 * @param now - ISO 8601.
 */
export function toQuery(
  filters: Filters,
  ownership: Ownership,
  now: string,
): SchemaChangesQuery {
  const mine = ownership.ownershipEntityRefs;
  const { view, after, before } = filters;
  const until = [
    before && DateTime.fromISO(before).endOf('day').toUTC().toISO(),
    view === 'overdue' && now,
  ].filter((limit): limit is string => Boolean(limit));

  return {
    q: filters.q.trim() || undefined,
    status:
      some(filters.status) ??
      (view === 'overdue' ? ['announced'] : undefined) ??
      (view === 'affecting' ? [...open] : undefined),
    severity: some(filters.severity),
    format: some(filters.format),
    owner: some(filters.owner) ?? (view === 'mine' ? mine : undefined),
    consumerOwner:
      some(filters.consumerOwner) ?? (view === 'affecting' ? mine : undefined),
    entityRef: some(filters.entityRef),
    consumer: some(filters.consumer),
    effectiveAfter:
      (after && DateTime.fromISO(after).toUTC().toISO()) || undefined,
    effectiveBefore: until.sort()[0],
    sort: view ? 'effectiveAt' : '-createdAt',
    limit: 50,
  };
}
