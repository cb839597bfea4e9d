import { Knex } from 'knex';
import { AuditRecordRow } from './tables';

/** Where a page of records ended; `at` to the microsecond. */
export interface AuditKeyset {
  at: string;
  sequence: number;
  position: string;
}

/** A record, and its time to the microsecond. */
export interface ExactAuditRecord extends AuditRecordRow {
  at_exact: string;
}

/** Reads the history of changes. */
export class AuditReadModel {
  constructor(private readonly knex: Knex) {}

  /** What a record says of things since. */
  async after(id: string): Promise<AuditRecordRow['after'] | undefined> {
    const row = await this.knex<AuditRecordRow>('audit_records')
      .comment('AuditReadModel.after')
      .where({ id })
      .first('after');
    return row?.after;
  }

  /** The oldest `limit` after a keyset; attempts that were denied only when asked for. */
  async ofChange(
    changeId: string,
    options: {
      denied: boolean;
      after: AuditKeyset | null;
      limit: number;
    },
  ): Promise<ExactAuditRecord[]> {
    const { denied, after, limit } = options;
    const { rows } = await this.knex.raw<{ rows: ExactAuditRecord[] }>(
      `/* AuditReadModel.ofChange */
       select r.*, r.at::text as at_exact from audit_records r
       where r.change_id = ? and (r.outcome = 'success' or ?)
         ${
           after
             ? 'and (r.at, coalesce(r.sequence, 0), r.position) > (?::timestamptz, ?, ?::bigint)'
             : ''
         }
       order by r.at, coalesce(r.sequence, 0), r.position limit ?`,
      [
        changeId,
        denied,
        ...(after ? [after.at, after.sequence, after.position] : []),
        limit,
      ],
    );
    return rows;
  }
}
