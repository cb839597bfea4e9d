import { AuditFilter } from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { auditFilter } from './auditFilter';
import { AuditRecordRow } from './auditTables';

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

/** Where a page of the whole trail ended. */
export interface EntryKeyset {
  at: string;
  position: string;
}

/** A record with its place in the chain, once it is sealed. */
export interface AuditEntryRow extends ExactAuditRecord {
  seq: string | null;
  hash: Buffer | null;
}

/**
 * What operators did to get a change's events through. It names recipients and what servers answered, which only operators and auditors
 * may see, so that it is in the trail and not in the change's history.
 */
const operatorActs = ['delivery.replayed', 'event.skipped'];

/** Reads the history of changes, and the whole trail. */
export class AuditReadModel {
  constructor(private readonly knex: Knex) {}

  /** What a record says of things since. */
  async after(
    id: string,
    db: Knex = this.knex,
  ): Promise<AuditRecordRow['after'] | undefined> {
    const row = await db<AuditRecordRow>('audit_records')
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
       where r.change_id = ? and (r.outcome = 'success' or ?) and r.action <> all(?::text[])
         ${
           after
             ? 'and (r.at, coalesce(r.sequence, 0), r.position) > (?::timestamptz, ?, ?::bigint)'
             : ''
         }
       order by r.at, coalesce(r.sequence, 0), r.position limit ?`,
      [
        changeId,
        denied,
        operatorActs,
        ...(after ? [after.at, after.sequence, after.position] : []),
        limit,
      ],
    );
    return rows;
  }

  /** The newest `limit` before a keyset that a filter lets through. */
  async newest(
    filter: AuditFilter,
    { before, limit }: { before: EntryKeyset | null; limit: number },
  ): Promise<AuditEntryRow[]> {
    const { text, values } = auditFilter(filter);
    const { rows } = await this.knex.raw<{ rows: AuditEntryRow[] }>(
      `/* AuditReadModel.newest */
       select r.*, r.at::text as at_exact, s.seq, s.hash
       from audit_records r left join audit_seals s on s.record_id = r.id
       where ${text} ${
        before ? 'and (r.at, r.position) < (?::timestamptz, ?::bigint)' : ''
      }
       order by r.at desc, r.position desc limit ?`,
      [
        ...(values as Knex.RawBinding[]),
        ...(before ? [before.at, before.position] : []),
        limit,
      ],
    );
    return rows;
  }
}
