import type pg from 'pg';

/** What ChangeGuard's database holds of one change, a line each. */
const LINES: readonly string[] = [
  `select 'is ' || status || ', its audience ' || audience_state as line from schema_changes where id = $1`,
  `select 'affects ' || entity_ref || ', ' || case when left_at is null then 'there' else 'left' end || ', behind it '
     || coalesce((select string_agg(distinct user_ref, ' ') from audience_members m
                  where m.change_id = a.change_id and m.role = 'consumer' and m.via_entity_ref = a.entity_ref), 'nobody') as line
   from affected_consumers a where change_id = $1 order by entity_ref`,
  `select sequence || ' ' || type || ': ' || case when published_at is null then 'not published' else 'published' end
     || ', missed by ' || coalesce((select string_agg(s, ' ') from unnest(required_subscribers) s where not exists (
       select 1 from inbox i where i.event_id = o.id and i.subscriber = s)), 'nobody') as line
   from outbox o where aggregateid = $1 order by sequence`,
  `select f.subscriber || ' failed ' || f.attempts || ' times: ' || f.last_error as line
   from subscriber_failures f join outbox o on o.id = f.event_id where aggregateid = $1`,
  `select channel || ' to ' || recipient || ': ' || state || ' after ' || attempts || ' attempts'
     || coalesce(', ' || last_error, '') as line
   from deliveries where change_id = $1 order by created_at, channel, recipient`,
];

/** How far a change has got: what is read first when a story about it was not told to its end. */
export async function readStanding(
  changeguard: pg.Pool,
  changeId: string,
): Promise<string[]> {
  const lines: string[] = [];
  for (const query of LINES) {
    const { rows } = await changeguard.query<{ line: string }>(query, [
      changeId,
    ]);
    lines.push(...rows.map(({ line }) => line));
  }
  return lines;
}
