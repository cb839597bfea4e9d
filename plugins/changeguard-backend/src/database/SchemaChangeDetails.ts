import { Finding } from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { PreparedStatements } from './PreparedStatements';

/** What a change's page shows beyond its head; the same for every viewer. Made of JSON, so that it can be cached. */
export interface ComposedDetail {
  description: string;
  migrationGuide: string | null;
  /** What a rule's purpose is follows from the rule: it is not kept. */
  findings: Omit<Finding, 'purpose'>[];
  /** Entities of the consumers that have not left, and whose owners decide who sees them. */
  consumers: { entityRef: string; ownerRefs: string[] }[];
}

/** Composes the rest of a change. */
export interface SchemaChangeDetails {
  /**
   * @param sequence - the change's, read in the same request: with it a composed detail never gets old.
   * @returns undefined when there is no such change.
   */
  compose(id: string, sequence: number): Promise<ComposedDetail | undefined>;
}

/** Composes from PostgreSQL, in one statement. */
export class PostgresSchemaChangeDetails implements SchemaChangeDetails {
  private readonly prepared: PreparedStatements;

  constructor(knex: Knex) {
    this.prepared = new PreparedStatements(knex);
  }

  async compose(id: string): Promise<ComposedDetail | undefined> {
    const rows = await this.prepared.rows<ComposedDetail>(
      `/* SchemaChangeDetails.compose */
       select c.description, c.migration_guide as "migrationGuide",
         (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'rule', f.rule, 'severity', f.severity, 'side', f.side,
            'pointer', f.pointer, 'operation', f.operation, 'before', f.before, 'after', f.after, 'message', f.message, 'fingerprint', f.fingerprint)
            order by f.ordinal), '[]') from findings f where f.change_id = c.id) as findings,
         (select coalesce(jsonb_agg(jsonb_build_object('entityRef', a.entity_ref, 'ownerRefs',
            array(select o.owner_ref from affected_consumer_owners o where o.consumer_id = a.id order by 1))), '[]')
          from affected_consumers a where a.change_id = c.id and a.left_at is null) as consumers
       from schema_changes c where c.id = ?`,
      [id],
    );
    return rows[0];
  }
}
