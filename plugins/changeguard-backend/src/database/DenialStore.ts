import { Knex } from 'knex';
import { AuditRecordRow } from './tables';

/** An attempt that was refused. */
export type Denial = Pick<
  AuditRecordRow,
  | 'id'
  | 'change_id'
  | 'entity_ref'
  | 'actor'
  | 'actor_type'
  | 'action'
  | 'reason'
  | 'request_id'
  | 'address'
  | 'user_agent'
  | 'at'
>;

/** Puts denied attempts into the audit trail. They have no event: nothing happened to the change. */
export class DenialStore {
  constructor(private readonly knex: Knex) {}

  async insert(denial: Denial): Promise<void> {
    await this.knex('audit_records')
      .comment('DenialStore.insert')
      .insert({ ...denial, outcome: 'denied' });
  }
}
