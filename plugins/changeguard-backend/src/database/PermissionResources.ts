import {
  ConsumerResource,
  SchemaChangeResource,
} from '@changeguard/backstage-plugin-changeguard-node';
import { Knex } from 'knex';
import { validate } from 'uuid';

/** What the permission framework needs to apply conditions to a change or a consumer. */
export class PermissionResources {
  constructor(private readonly knex: Knex) {}

  async schemaChanges(
    ids: string[],
  ): Promise<(SchemaChangeResource | undefined)[]> {
    const { rows } = await this.knex.raw<{ rows: SchemaChangeResource[] }>(
      `/* PermissionResources.schemaChanges */
       select c.id, c.created_by as "createdBy",
         array(select o.owner_ref from schema_change_owners o where o.change_id = c.id) as "ownerRefs",
         array(select distinct o.owner_ref from affected_consumer_owners o where o.change_id = c.id) as "consumerOwnerRefs"
       from schema_changes c where c.id = any(?)`,
      [uuids(ids)],
    );
    return inOrder(ids, rows);
  }

  async consumers(ids: string[]): Promise<(ConsumerResource | undefined)[]> {
    const { rows } = await this.knex.raw<{ rows: ConsumerResource[] }>(
      `/* PermissionResources.consumers */
       select a.id,
         array(select o.owner_ref from affected_consumer_owners o where o.consumer_id = a.id) as "ownerRefs"
       from affected_consumers a where a.id = any(?)`,
      [uuids(ids)],
    );
    return inOrder(ids, rows);
  }
}

/** Refs come from elsewhere: what is no id names nothing. */
function uuids(ids: string[]): string[] {
  return ids.filter(id => validate(id));
}

function inOrder<T extends { id: string }>(ids: string[], rows: T[]) {
  const byId = new Map(rows.map(row => [row.id, row]));
  return ids.map(id => byId.get(id));
}
