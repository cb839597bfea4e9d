import { ListSchemaChangesQuery } from '@changeguard/backstage-plugin-changeguard-common';
import { joined, sql, SqlFragment } from './SqlFragment';

type Filter = Omit<ListSchemaChangesQuery, 'limit' | 'cursor' | 'sort'>;

const columns = {
  entityRef: 'schema_changes.entity_ref = any(?)',
  status: 'schema_changes.status = any(?)',
  severity: 'schema_changes.severity = any(?)',
  format: 'schema_changes.format = any(?)',
  source: 'schema_changes.source = any(?)',
  owner:
    'schema_changes.id in (select o.change_id from schema_change_owners o where o.owner_ref = any(?))',
  consumer:
    'schema_changes.id in (select a.change_id from affected_consumers a where a.entity_ref = any(?) and a.left_at is null)',
  consumerOwner:
    'schema_changes.id in (select o.change_id from affected_consumer_owners o where o.owner_ref = any(?))',
} as const;

/** Words as a prefix query; quoted, so that what people type is never an operator. */
function textQuery(q: string): string | undefined {
  const words = q.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  return words?.map(word => `'${word}':*`).join(' & ');
}

/** The condition on `schema_changes` that a list's filters ask for. */
export function schemaChangeFilter(filter: Filter): SqlFragment {
  const conditions: SqlFragment[] = [];
  for (const key of Object.keys(columns) as (keyof typeof columns)[]) {
    const values = filter[key];
    if (values) conditions.push(sql(columns[key], values));
  }
  if (filter.effectiveBefore) {
    conditions.push(
      sql(
        'schema_changes.effective_at < ?::timestamptz',
        filter.effectiveBefore,
      ),
    );
  }
  if (filter.effectiveAfter) {
    conditions.push(
      sql(
        'schema_changes.effective_at >= ?::timestamptz',
        filter.effectiveAfter,
      ),
    );
  }
  if (filter.q) {
    const query = textQuery(filter.q);
    conditions.push(
      query
        ? sql(`schema_changes.search @@ to_tsquery('simple', ?)`, query)
        : sql('false'),
    );
  }
  return joined(conditions, 'and');
}
