import { Knex } from 'knex';

const refusing = [
  'audit_records',
  'audit_seals',
  'audit_remainders',
  'audit_checkpoints',
  'audit_unsealed',
];

/** Empties everything but what the migrations put there, the audit trail as well, which refuses to be emptied. */
export async function emptyTables(knex: Knex): Promise<void> {
  const triggers = (state: string) =>
    refusing
      .map(table => `alter table ${table} ${state} trigger user;`)
      .join('\n');
  await knex.raw(
    `begin;
     ${triggers('disable')}
     truncate schema_changes, outbox, inbox, ${refusing.join(', ')},
       subscriptions, preferences, idempotency_keys, notification_versions, transport_messages cascade;
     ${triggers('enable')}
     update audit_sealer set lease_token = null, lease_until = null;
     commit`,
  );
}
