import {
  changeStatuses,
  schemaFormats,
  severities,
  type ChangeStatus,
  type SchemaFormat,
  type Severity,
} from '@changeguard/backstage-plugin-changeguard-common';

/** Selections that mean something else for every reader or every day. */
export const savedViews = ['mine', 'affecting', 'overdue'] as const;
/** One of {@link savedViews}. */
export type SavedView = (typeof savedViews)[number];

/** What the list of changes is narrowed down to: all of it is in the URL. */
export interface Filters {
  view: SavedView | null;
  q: string;
  status: ChangeStatus[];
  severity: Severity[];
  format: SchemaFormat[];
  owner: string[];
  consumerOwner: string[];
  entityRef: string[];
  consumer: string[];
  /** Days such as `2026-12-24`, or empty. */
  after: string;
  before: string;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Reads filters from a URL's query. What a URL may hold by mistake is left out, not passed on. */
export function readFilters(search: URLSearchParams): Filters {
  const known = <T extends string>(key: string, values: readonly T[]) =>
    values.filter(value => search.getAll(key).includes(value));
  const date = (key: string) => {
    const value = search.get(key) ?? '';
    return day.test(value) ? value : '';
  };
  return {
    view: known('view', savedViews)[0] ?? null,
    q: search.get('q')?.slice(0, 200) ?? '',
    status: known('status', changeStatuses),
    severity: known('severity', severities),
    format: known('format', schemaFormats),
    owner: search.getAll('owner'),
    consumerOwner: search.getAll('consumerOwner'),
    entityRef: search.getAll('entityRef'),
    consumer: search.getAll('consumer'),
    after: date('after'),
    before: date('before'),
  };
}

/** How many filters narrow the list down, besides the view and the words. */
export function countFilters(filters: Filters): number {
  const { view, q, ...rest } = filters;
  return Object.values(rest).flat().filter(Boolean).length;
}
