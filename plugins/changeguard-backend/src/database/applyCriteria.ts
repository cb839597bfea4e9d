import { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import { SchemaChangeFilter } from '@changeguard/backstage-plugin-changeguard-node';
import { among } from './among';
import { joined, sql, SqlFragment } from './SqlFragment';

/** A decision of the permission policy: yes, no, or it depends on the change. */
export type Criterion = boolean | PermissionCriteria<SchemaChangeFilter>;

function leaf({ field, values }: SchemaChangeFilter): SqlFragment {
  switch (field) {
    case 'owner':
      return among('schema_change_owners', 'schema_changes.id', values);
    case 'consumerOwner':
      return among('affected_consumer_owners', 'schema_changes.id', values);
    default:
      return sql('schema_changes.created_by = any(?)', values);
  }
}

/** Compiles a policy decision to a condition on `schema_changes`. */
export function applyCriteria(criterion: Criterion): SqlFragment {
  if (typeof criterion === 'boolean') return sql(String(criterion));
  if (isAndCriteria(criterion)) {
    return joined(criterion.allOf.map(applyCriteria), 'and');
  }
  if (isOrCriteria(criterion)) {
    return joined(criterion.anyOf.map(applyCriteria), 'or');
  }
  if (isNotCriteria(criterion)) {
    const { text, values } = applyCriteria(criterion.not);
    return { text: `not (${text})`, values };
  }
  return leaf(criterion);
}
