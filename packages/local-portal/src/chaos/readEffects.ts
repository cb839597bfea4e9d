import type pg from 'pg';
import { EffectCounts } from './Effects.ts';
import type { Sent } from './judgeCopies.ts';
import { deliveryOf, type TakenMail } from './TakenMail.ts';

/** Where effects are found. */
export interface Sources {
  /** ChangeGuard's database. */
  changeguard: pg.Pool;
  /** That of the portal's notifications. */
  notifications: pg.Pool;
  mails: readonly TakenMail[];
}

/** Events that people cause are counted; how many the portal adds by itself (an audience read in two parts) is its business. */
const BY_PEOPLE = `o.payload::jsonb #>> '{data,actor,type}' = 'user'`;
const EVENT = `o.type || ' by ' || (o.payload::jsonb #>> '{data,actor,ref}')`;
const TOLD = `n.type || case when ${BY_PEOPLE} then ' of ' || ${EVENT} else '' end`;

/** One row per effect: `story` is the change's title, so that a change that was recorded twice shows as two. */
const OF_CHANGEGUARD: readonly string[] = [
  `select title as story, 'change' as effect from schema_changes`,
  `select title as story, 'comment by ' || author as effect
   from comments join schema_changes c on c.id = change_id`,
  `select title as story, 'answer for ' || a.entity_ref || ': ' || answer_state as effect
   from affected_consumers a join schema_changes c on c.id = change_id where answer_by is not null`,
  `select title as story, 'status ' || status as effect from schema_changes`,
  `select title as story, 'event ' || ${EVENT} as effect
   from outbox o join schema_changes c on c.id = aggregateid where ${BY_PEOPLE}`,
  `select title as story, 'audit record of ' || ${EVENT} as effect
   from audit_records a join outbox o on o.id = a.event_id join schema_changes c on c.id = aggregateid
   where a.outcome = 'success' and ${BY_PEOPLE}`,
  `select c.title as story, 'in-app ' || ${TOLD} || ' → ' || n.recipient as effect
   from notifications n join outbox o on o.id = n.event_id join schema_changes c on c.id = n.change_id`,
];

/** Everything that came of the stories whose titles begin alike. */
export async function readEffects(
  sources: Sources,
  titlePrefix: string,
): Promise<EffectCounts> {
  const { changeguard, notifications, mails } = sources;
  const counts = new EffectCounts();
  for (const query of OF_CHANGEGUARD) {
    const { rows } = await changeguard.query<{ story: string; effect: string }>(
      `select story, effect from (${query}) effects where starts_with(story, $1)`,
      [titlePrefix],
    );
    rows.forEach(({ story, effect }) => counts.add(story, effect));
  }

  const { rows: deliveries } = await changeguard.query<{
    id: string;
    event: string;
    channel: string;
    recipient: string;
    story: string;
    told: string;
  }>(
    `select d.id, d.event_id as event, d.channel, d.recipient, c.title as story, ${TOLD} as told
     from deliveries d join schema_changes c on c.id = d.change_id join outbox o on o.id = d.event_id
     join notifications n on n.event_id = d.event_id and n.recipient = d.recipient
     where starts_with(c.title, $1)`,
    [titlePrefix],
  );
  const portal = new Set(
    (await portalNotifications(notifications)).map(one => one.id),
  );
  const mailed = new Set(mails.map(deliveryOf));
  for (const { id, event, channel, recipient, story, told } of deliveries) {
    // Copies are weighed on their own: what counts here is that it came.
    if (channel === 'backstage' && portal.has(`${event} ${recipient}`)) {
      counts.add(story, `portal ${told} → ${recipient}`);
    }
    if (channel === 'email' && mailed.has(id)) {
      counts.add(story, `mail ${told} → ${recipient}`);
    }
  }
  return counts;
}

/**
 * The portal's own notifications of ours, named by event and person, as their scope and user are. The portal looks for one of the same scope
 * before it writes, without a constraint: a backend that is frozen in between writes a second one when it wakes up.
 */
export async function portalNotifications(database: pg.Pool): Promise<Sent[]> {
  const { rows } = await database.query<{ id: string; created: Date }>(
    `select replace(scope, 'changeguard:', '') || ' ' || "user" as id, created
     from notification where scope like 'changeguard:%'`,
  );
  return rows.map(({ id, created }) => ({
    id,
    at: created.getTime(),
    cut: false,
  }));
}
