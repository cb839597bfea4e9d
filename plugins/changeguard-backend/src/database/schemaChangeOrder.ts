import { SchemaChangeSort } from '@changeguard/backstage-plugin-changeguard-common';
import { SchemaChangeHead } from './SchemaChangeHead';
import { sql, SqlFragment } from './SqlFragment';

/**
 * Where a page of changes ended. `at` is the sort column as PostgreSQL writes it, to the microsecond: a JavaScript date would round,
 * and skip or repeat rows of the same millisecond. `undated` says that the dated changes are through.
 */
export interface SchemaChangeKeyset {
  at: string | null;
  /** Null before the first row of its part of the list. */
  position: string | null;
  undated: boolean;
}

interface Order {
  /** Null when `position`, the order of recording, is the order itself. */
  column: 'updated_at' | 'effective_at' | null;
  direction: 'asc' | 'desc';
}

const orders: Record<SchemaChangeSort, Order> = {
  '-createdAt': { column: null, direction: 'desc' },
  createdAt: { column: null, direction: 'asc' },
  '-updatedAt': { column: 'updated_at', direction: 'desc' },
  effectiveAt: { column: 'effective_at', direction: 'asc' },
  '-effectiveAt': { column: 'effective_at', direction: 'desc' },
};

function part(sort: SchemaChangeSort, after: SchemaChangeKeyset | null) {
  const { column, direction } = orders[sort];
  return { column: after?.undated ? null : column, direction };
}

/** The rows after a keyset; without one, those of the list's first part. */
export function rowsAfter(
  sort: SchemaChangeSort,
  after: SchemaChangeKeyset | null,
): SqlFragment[] {
  const { column, direction } = part(sort, after);
  const than = direction === 'desc' ? '<' : '>';
  const conditions: SqlFragment[] = [];
  if (orders[sort].column === 'effective_at') {
    conditions.push(
      sql(`schema_changes.effective_at is ${after?.undated ? '' : 'not '}null`),
    );
  }
  if (after?.position) {
    conditions.push(
      column
        ? sql(
            `(schema_changes.${column}, schema_changes.position) ${than} (?::timestamptz, ?::bigint)`,
            after.at,
            after.position,
          )
        : sql(`schema_changes.position ${than} ?::bigint`, after.position),
    );
  }
  return conditions;
}

/** The `order by` that {@link rowsAfter} walks along. */
export function orderBy(
  sort: SchemaChangeSort,
  after: SchemaChangeKeyset | null,
  table: string,
): string {
  const { column, direction } = part(sort, after);
  return [column, 'position']
    .filter(name => name)
    .map(name => `${table}.${name} ${direction}`)
    .join(', ');
}

/** The keyset of a row, from which the list goes on. */
export function keysetOf(
  sort: SchemaChangeSort,
  row: SchemaChangeHead,
): SchemaChangeKeyset {
  const { column } = orders[sort];
  const at =
    (column === 'updated_at' && row.updated_at_exact) ||
    (column === 'effective_at' && row.effective_at_exact) ||
    null;
  return {
    at,
    position: row.position,
    undated: column === 'effective_at' && at === null,
  };
}

/** Where the list goes on once its current part is through; null when that was all. */
export function nextPart(
  sort: SchemaChangeSort,
  after: SchemaChangeKeyset | null,
): SchemaChangeKeyset | null {
  return orders[sort].column === 'effective_at' && !after?.undated
    ? { at: null, position: null, undated: true }
    : null;
}
