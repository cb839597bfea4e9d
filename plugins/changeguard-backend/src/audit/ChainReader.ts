import { Ranges, RemainderSummary, Seal } from '@changeguard/audit-chain';
import { AuditFilter } from '@changeguard/backstage-plugin-changeguard-common';
import { Knex } from 'knex';
import { auditFilter } from '../database/auditFilter';
import { AuditRecordRow, AuditSealRow } from '../database/auditTables';
import { ExportFormat, exportLines } from './exportLines';

/** A place in the chain; the record is null when it was purged. */
export interface SealedRow {
  seal: Seal & { recordId: string };
  record: AuditRecordRow | null;
}

/** A stretch of an export. */
export interface ExportedLines {
  text: string;
  records: number;
  lastSeq: number;
  /** Those of all its records, one after the other. */
  hashes: Buffer;
}

/** How the chain stands. */
export interface ChainStanding {
  /** The database's time; every record that was checkpointed before it is at or before the head. */
  at: Date;
  head: { seq: number; hash: Buffer; sealedAt: Date } | null;
  unsealed: number;
  oldestUnsealedAt: Date | null;
  /** Everything up to it was purged. */
  purgedUntil: number;
}

/** What was sealed of the record of a removal. */
type SealedRemoval = Pick<AuditRecordRow, 'salt' | 'canonical'> &
  Record<'digest', Buffer | null>;

/** What is kept of how a removal left a stretch. */
export interface KeptRemainders {
  /** Of all that it left, anywhere. */
  summary: RemainderSummary;
  /** Of each place of the stretch. */
  digests: ReadonlyMap<number, Buffer>;
}

/** Up to which record they were looked at. */
interface LookedAt {
  at: string;
  position: string;
}

/** Records that one statement looks at for those that are lost. */
const looksAt = 50_000;

/** Whoever makes up the record of a removal need not give it the id of one. */
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the chain. */
export class ChainReader {
  constructor(private readonly knex: Knex) {}

  async standing(): Promise<ChainStanding> {
    const { rows } = await this.knex.raw<{
      rows: {
        at: Date;
        seq: string | null;
        hash: Buffer;
        sealed_at: Date;
        unsealed: string;
        oldest: Date | null;
        purged: string | null;
      }[];
    }>(
      `/* ChainReader.standing */
       select statement_timestamp() as at, head.seq, head.hash, head.sealed_at, waiting.unsealed, waiting.oldest, purge.purged
       from (select count(*) as unsealed, min(waiting_since) as oldest from audit_unsealed) as waiting
       left join (select seq, hash, sealed_at from audit_seals order by seq desc limit 1) as head on true
       left join (
         select after #>> '{ranges,0,1}' as purged from audit_records
         where action = 'audit.purged' order by position desc limit 1
       ) as purge on true`,
    );
    const [row] = rows;
    return {
      at: row.at,
      head:
        row.seq === null
          ? null
          : { seq: Number(row.seq), hash: row.hash, sealedAt: row.sealed_at },
      unsealed: Number(row.unsealed),
      oldestUnsealedAt: row.oldest,
      purgedUntil: Number(row.purged ?? 0),
    };
  }

  /** The hash at a place; null when there is none. */
  async hashAt(seq: number): Promise<Buffer | null> {
    const row = await this.knex<AuditSealRow>('audit_seals')
      .comment('ChainReader.hashAt')
      .where({ seq: String(seq) })
      .first('hash');
    return row?.hash ?? null;
  }

  /**
   * The next places from–to as lines of an export, in order: at most `limit`, and no more once they have `bytes`, so that what is read at
   * once stays small whatever the records are. With a filter only those whose record it lets through, and whose content is still there.
   * Null when there is none.
   */
  async lines(options: {
    format: ExportFormat;
    from: number;
    to: number;
    filter: AuditFilter | null;
    limit: number;
    bytes: number;
  }): Promise<ExportedLines | null> {
    const { format, from, to, filter, limit, bytes } = options;
    const selected = filter && auditFilter(filter);
    const { rows } = await this.knex.raw<{
      rows: [
        {
          text: string | null;
          records: string;
          last_seq: string;
          hashes: Buffer;
        },
      ];
    }>(
      `/* ChainReader.lines */
       select string_agg(${
         exportLines[format]
       }, '' order by seq) as text, count(*) as records, max(seq) as last_seq,
         string_agg(hash, ''::bytea order by seq) as hashes
       from (
         select page.*, sum(size) over (order by seq) - size as bytes_before from (
           select s.seq, s.digest, s.prev, s.hash, r.salt, r.canonical, coalesce(octet_length(r.canonical), 0) as size
           from audit_seals s left join audit_records r on r.id = s.record_id
           where s.seq between ? and ? ${
             selected
               ? `and r.canonical is not null and (${selected.text})`
               : ''
           }
           order by s.seq limit ?
         ) as page
       ) as measured where bytes_before < ?`,
      [
        from,
        to,
        ...((selected?.values ?? []) as Knex.RawBinding[]),
        limit,
        bytes,
      ],
    );
    const [{ text, records, last_seq: lastSeq, hashes }] = rows;
    return text === null
      ? null
      : { text, records: Number(records), lastSeq: Number(lastSeq), hashes };
  }

  /** The next places from one on, in order. */
  async stretch(fromSeq: number, limit: number): Promise<SealedRow[]> {
    const { rows } = await this.knex.raw<{
      rows: (AuditSealRow & AuditRecordRow & { id: string | null })[];
    }>(
      `/* ChainReader.stretch */
       select s.*, r.* from audit_seals s left join audit_records r on r.id = s.record_id
       where s.seq >= :fromSeq order by s.seq limit :limit`,
      { fromSeq, limit },
    );
    return rows.map(toSealedRow);
  }

  /**
   * What was sealed of the records that say whose content is gone; the digest is null while one is not sealed. All of them: to have
   * PostgreSQL find those that reach into a stretch took twice as long as reading 200 that did.
   */
  async removals(): Promise<SealedRemoval[]> {
    const { rows } = await this.knex.raw<{ rows: SealedRemoval[] }>(
      `/* ChainReader.removals */
       select s.digest, r.salt, r.canonical from audit_records r left join audit_seals s on s.record_id = r.id
       where r.action in ('audit.erased', 'audit.purged') and r.outcome = 'success'`,
    );
    return rows;
  }

  /**
   * What is kept of how each of these removals left the places from–to, by their ids. PostgreSQL sums up the rest, as `summaryOf` does: the
   * sum is what is signed, and a removal that is spread over the chain would else be read as a whole for every stretch of it.
   */
  async remainders(
    removalIds: readonly string[],
    from: number,
    to: number,
  ): Promise<Map<string, KeptRemainders>> {
    const ids = removalIds.filter(id => uuid.test(id));
    if (ids.length === 0) return new Map();
    const { rows } = await this.knex.raw<{
      rows: {
        removal_id: string;
        count: string;
        digest: string;
        places: { seq: number; digest: string }[] | null;
      }[];
    }>(
      `/* ChainReader.remainders */
       select removal_id, count(*) as count, encode(sha256(string_agg(int8send(seq) || digest, ''::bytea order by seq)), 'hex') as digest,
         json_agg(json_build_object('seq', seq, 'digest', encode(digest, 'hex'))) filter (where seq between :from and :to) as places
       from audit_remainders where removal_id = any(cast(:ids as uuid[])) group by removal_id`,
      { ids, from, to },
    );
    return new Map(
      rows.map(({ removal_id: id, count, digest, places }) => [
        id,
        {
          summary: { count: Number(count), digest },
          digests: new Map(
            places?.map(one => [one.seq, Buffer.from(one.digest, 'hex')]),
          ),
        },
      ]),
    );
  }

  /** The first record at places where none may be. */
  async firstRecordAt(
    ranges: Ranges,
  ): Promise<{ seq: number; recordId: string } | null> {
    const { rows } = await this.knex.raw<{
      rows: { seq: string; record_id: string }[];
    }>(
      `/* ChainReader.firstRecordAt */
       select s.seq, s.record_id
       from unnest(cast(:firsts as bigint[]), cast(:lasts as bigint[])) as place (first, last)
       join audit_seals s on s.seq between place.first and place.last
       join audit_records r on r.id = s.record_id
       order by s.seq limit 1`,
      {
        firsts: ranges.map(([from]) => from),
        lasts: ranges.map(([, to]) => to),
      },
    );
    return rows[0]
      ? { seq: Number(rows[0].seq), recordId: rows[0].record_id }
      : null;
  }

  /** A record that is neither sealed nor waits to be; null when there is none. Looks at all of them, by statements that are short. */
  async lost(): Promise<string | null> {
    let lost: string | null = null;
    let after: LookedAt | null = { at: '-infinity', position: '0' };
    while (after && lost === null) {
      const { rows }: { rows: [LookedAt & { lost: string | null }] | [] } =
        await this.knex.raw(
          `/* ChainReader.lost */
           with page as materialized (
             select id, at, position from audit_records
             where (at, position) > (cast(:at as timestamptz), cast(:position as bigint)) order by at, position limit :page
           )
           select at::text, position, (
             select r.id from page r
             where not exists (select from audit_seals s where s.record_id = r.id)
               and not exists (select from audit_unsealed u where u.record_id = r.id)
             limit 1
           ) as lost
           from page order by page.at desc, page.position desc limit 1`,
          { ...after, page: looksAt },
        );
      lost = rows[0]?.lost ?? null;
      after = rows[0] ? { at: rows[0].at, position: rows[0].position } : null;
    }
    return lost;
  }
}

function toSealedRow(
  row: AuditSealRow & AuditRecordRow & { id: string | null },
): SealedRow {
  const { seq, record_id: recordId, digest, prev, hash } = row;
  return {
    seal: { seq: Number(seq), recordId, digest, prev, hash },
    record: row.id === null ? null : row,
  };
}
