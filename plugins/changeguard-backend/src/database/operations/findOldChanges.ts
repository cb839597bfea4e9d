import { Knex } from 'knex';

/** At most `limit` resolved or withdrawn changes untouched for `ageMs`, and of which everything is finished. */
export async function findOldChanges(
  knex: Knex,
  ageMs: number,
  limit: number,
): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `/* findOldChanges */
     select c.id from schema_changes c
     where c.status in ('resolved', 'withdrawn')
       and c.updated_at < clock_timestamp() - :ageMs * interval '1 millisecond'
       and not exists (select 1 from outbox o where o.aggregateid = c.id and o.finished_at is null)
       and not exists (select 1 from deliveries d where d.change_id = c.id and d.state = 'pending')
     order by c.updated_at
     limit :limit`,
    { ageMs, limit },
  );
  return rows.map(({ id }) => id);
}
