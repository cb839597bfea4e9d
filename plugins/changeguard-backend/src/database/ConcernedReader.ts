import { ChangeGuardEvent } from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';

/** Reads whose open pages an event concerns. */
export class ConcernedReader {
  constructor(private readonly knex: Knex) {}

  /**
   * Users and owning groups: those behind the provider, who recorded the change, who took part, who caused the event, and,
   * once the change was announced, those behind consumers and who follow the entity.
   */
  async concerned(event: ChangeGuardEvent): Promise<string[]> {
    const { change, actor } = event.data;
    const { rows } = await this.knex.raw<{ rows: { ref: string }[] }>(
      `/* ConcernedReader.concerned */
       with change as (
         select id, created_by, entity_ref, announced_at is not null as announced
         from schema_changes where id = ?
       )
       select created_by as ref from change
       union select m.user_ref from change c join audience_members m on m.change_id = c.id
         where m.role = 'provider' or c.announced
       union select t.author from change c join comments t on t.change_id = c.id
       union select s.user_ref from change c join subscriptions s on s.entity_ref = c.entity_ref
         where s.mode = 'follow' and c.announced`,
      [change.id],
    );
    const refs = new Set(rows.map(({ ref }) => ref));
    change.ownerRefs.forEach(ref => refs.add(ref));
    if (actor.type === 'user') refs.add(actor.ref);
    return [...refs].filter(ref => /^(user|group):/.test(ref));
  }
}
