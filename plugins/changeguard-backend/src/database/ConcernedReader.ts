import { ChangeGuardEvent } from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';

/** Reads whose open pages an event concerns. */
export class ConcernedReader {
  constructor(private readonly knex: Knex) {}

  /**
   * Users and owning groups: those behind the provider, who recorded the change, who caused the event, and, once the
   * change is no draft any more, those behind consumers, who took part, who follow the entity.
   */
  async concerned(event: ChangeGuardEvent): Promise<string[]> {
    const { change, actor } = event.data;
    const { rows } = await this.knex.raw<{ rows: { ref: string }[] }>(
      `/* ConcernedReader.concerned */
       select created_by as ref from schema_changes where id = :changeId
       union select user_ref from audience_members
         where change_id = :changeId and (role = 'provider' or not :draft)
       union select author from comments where change_id = :changeId
       union select user_ref from subscriptions
         where entity_ref = :entityRef and mode = 'follow' and not :draft`,
      {
        changeId: change.id,
        entityRef: change.entityRef,
        draft: change.status === 'draft',
      },
    );
    const refs = new Set(rows.map(({ ref }) => ref));
    change.ownerRefs.forEach(ref => refs.add(ref));
    if (actor.type === 'user') refs.add(actor.ref);
    return [...refs].filter(ref => /^(user|group):/.test(ref));
  }
}
