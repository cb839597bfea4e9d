const tables = [
  ...['schema_changes', 'schema_change_owners', 'findings', 'comments'],
  ...['affected_consumers', 'affected_consumer_owners', 'audience_members'],
  ...['outbox', 'inbox', 'transport_messages', 'channel_messages'],
  ...['deliveries', 'notifications', 'notification_versions'],
  ...['audit_records', 'audit_unsealed', 'audit_seals'],
  ...['audit_remainders', 'audit_checkpoints'],
];

/** Empties the tables that the pipeline writes, the audit trail too: as a replica, whose triggers do not refuse it. */
export const clearSql = `
  begin;
  set local session_replication_role = replica;
  ${tables.map(table => `delete from ${table};`).join('\n  ')}
  commit`;
