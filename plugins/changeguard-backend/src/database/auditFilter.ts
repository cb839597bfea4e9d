import { AuditFilter } from '@changeguard/backstage-plugin-changeguard-common';
import { joined, sql, SqlFragment } from './SqlFragment';

const columns = {
  entityRef: 'r.entity_ref = any(?)',
  changeId: 'r.change_id = any(?::uuid[])',
  id: 'r.id = any(?::uuid[])',
  action: 'r.action = any(?)',
  outcome: 'r.outcome = any(?)',
} as const;

/** The condition on `audit_records r` that a filter asks for; whose name somebody acted in counts as an actor, too. */
export function auditFilter(filter: AuditFilter): SqlFragment {
  const conditions: SqlFragment[] = [];
  for (const key of Object.keys(columns) as (keyof typeof columns)[]) {
    const values = filter[key];
    if (values) conditions.push(sql(columns[key], values));
  }
  const { actor, from, to } = filter;
  if (actor) {
    conditions.push(
      sql('r.actor = any(?) or r.on_behalf_of = any(?)', actor, actor),
    );
  }
  if (from) conditions.push(sql('r.at >= ?::timestamptz', from));
  if (to) conditions.push(sql('r.at < ?::timestamptz', to));
  return joined(conditions, 'and');
}
