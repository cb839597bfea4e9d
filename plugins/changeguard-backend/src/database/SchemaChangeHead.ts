import { AnswerState } from '@changeguard/backstage-plugin-changeguard-common';
import { SchemaChangeRow } from './tables';
import { among } from './among';
import { sql, SqlFragment } from './SqlFragment';

/** How a person is recorded in a change's frozen audience. */
export type AudienceRole = 'provider' | 'consumer';

/** A change without its long texts and findings, and how one viewer stands to it. */
export interface SchemaChangeHead
  extends Omit<SchemaChangeRow, 'description' | 'migration_guide'> {
  /** To the microsecond, for keysets. */
  updated_at_exact: string;
  effective_at_exact: string | null;
  owner_refs: string[];
  /** Consumers that have not left, per answer. */
  by_answer: Partial<Record<AnswerState, number>>;
  /** Whether the viewer owns an affected consumer. */
  owns_consumer: boolean;
  /** What the viewer is recorded as. */
  recorded_as: AudienceRole[];
}

/** Who looks: whom the viewer may speak for, and the viewer. */
export interface Onlooker {
  ref: string;
  /** Ownership refs, the own ref included; empty for a service. */
  claims: readonly string[];
}

/** Columns of `schema_changes` that every reader of lists needs; not the long texts. */
export const narrowColumns = [
  'id',
  'position',
  'entity_ref',
  'title',
  'format',
  'severity',
  'status',
  'source',
  'replacement',
  'effective_at',
  'sunset_at',
  'created_by',
  'created_at',
  'updated_at',
  'announced_at',
  'released_at',
  'resolved_at',
  'withdrawn_at',
  'entity_gone_at',
  'version',
  'sequence',
  'audience_state',
  'finding_count',
  'base_revision_id',
  'latest_revision_id',
  'reverted_at',
];

/**
 * What is selected of one row of `schema_changes`. A waiver past its end counts as told and unanswered.
 */
export function headColumns(table: string, viewer: Onlooker): SqlFragment {
  const ownsConsumer = among(
    'affected_consumer_owners',
    `${table}.id`,
    viewer.claims,
  );
  return sql(
    `${narrowColumns.map(column => `${table}.${column}`).join(', ')},
     ${table}.updated_at::text as updated_at_exact,
     ${table}.effective_at::text as effective_at_exact,
     array(select o.owner_ref from schema_change_owners o where o.change_id = ${table}.id order by 1) as owner_refs,
     (select coalesce(jsonb_object_agg(s.state, s.consumers), '{}') from (
        select case when a.answer_state = 'waived' and a.waived_until < now() then 'notified' else a.answer_state end as state,
               count(*) as consumers
        from affected_consumers a where a.change_id = ${table}.id and a.left_at is null group by 1) s) as by_answer,
     ${ownsConsumer.text} as owns_consumer,
     array(select distinct m.role from audience_members m where m.change_id = ${table}.id and m.user_ref = ?) as recorded_as`,
    ...ownsConsumer.values,
    viewer.ref,
  );
}
