import {
  auditOutcomes,
  entityRefSchema,
  type AuditEntry,
} from '@changeguard/backstage-plugin-changeguard-common';
import { isId } from '../Filters/isId';

/** What the audit trail is narrowed down to: all of it is in the URL. */
export interface AuditFilters {
  actor: string;
  entityRef: string;
  changeId: string;
  /** One record, to which a failed check leads. */
  id: string;
  action: string[];
  outcome: AuditEntry['outcome'][];
  /** Moments, ISO 8601 UTC, so that a link means the same in every zone; or empty. */
  from: string;
  to: string;
}

/** Whether a text names an entity. */
export function isEntityRef(text: string): boolean {
  return entityRefSchema.safeParse(text).success;
}

/** Reads filters from a URL's query. What a URL may hold by mistake is left out, not passed on. */
export function readAuditFilters(search: URLSearchParams): AuditFilters {
  const kept = (key: string, isGood: (text: string) => boolean) => {
    const text = search.get(key) ?? '';
    return isGood(text) ? text : '';
  };
  const isMoment = (text: string) =>
    /^\d{4}-/.test(text) && !isNaN(Date.parse(text));
  return {
    actor: search.get('actor')?.slice(0, 300) ?? '',
    entityRef: kept('entityRef', isEntityRef),
    changeId: kept('changeId', isId),
    id: kept('id', isId),
    action: search
      .getAll('action')
      .filter(action => action && action.length <= 100),
    outcome: auditOutcomes.filter(outcome =>
      search.getAll('outcome').includes(outcome),
    ),
    from: kept('from', isMoment),
    to: kept('to', isMoment),
  };
}

/** How many filters narrow the trail down. */
export function countAuditFilters(filters: AuditFilters): number {
  return Object.values(filters).flat().filter(Boolean).length;
}

/** The filters as the API takes them. */
export function toAuditQuery(filters: AuditFilters) {
  const some = <T>(values: T[]) => (values.length > 0 ? values : undefined);
  const one = (value: string) => (value ? [value] : undefined);
  return {
    actor: one(filters.actor),
    entityRef: one(filters.entityRef),
    changeId: one(filters.changeId),
    id: one(filters.id),
    action: some(filters.action),
    outcome: some(filters.outcome),
    from: filters.from || undefined,
    to: filters.to || undefined,
  };
}
