import { Knex } from 'knex';
import { AcceptanceRow } from './detectionTables';
import { Transaction } from './UnitOfWork';

/** What takes responsibility for a finding. */
export interface Responsible {
  fingerprint: string;
  by: 'acceptance' | 'change';
  /** Of the acceptance or the change. */
  id: string;
}

/** What is known of a finding, and the newest change that has it. */
export interface KnownFinding
  extends Pick<
    AcceptanceRow,
    | 'fingerprint'
    | 'format'
    | 'rule'
    | 'severity'
    | 'pointer'
    | 'operation'
    | 'message'
  > {
  changeId: string | null;
}

/** Keeps the findings that providers accept. */
export class AcceptanceStore {
  constructor(private readonly knex: Knex) {}

  /** The newest `limit` before a position. */
  async page(
    entityRef: string,
    options: { beforePosition: string | null; limit: number },
  ): Promise<AcceptanceRow[]> {
    const query = this.knex<AcceptanceRow>('acceptances')
      .comment('AcceptanceStore.page')
      .where({ entity_ref: entityRef })
      .orderBy('position', 'desc')
      .limit(options.limit);
    if (options.beforePosition) {
      query.where('position', '<', options.beforePosition);
    }
    return query;
  }

  /** What stored changes or revisions of the entity say of findings, in the order of their fingerprints; nothing of those that none has. */
  async describe(
    entityRef: string,
    fingerprints: readonly string[],
  ): Promise<KnownFinding[]> {
    const { rows } = await this.knex.raw<{ rows: KnownFinding[] }>(
      `/* AcceptanceStore.describe */
       select distinct on (fingerprint) fingerprint, format, rule, severity, pointer, operation, message, "changeId"
       from (
         select f.fingerprint, c.format, f.rule, f.severity, f.pointer, f.operation, f.message, f.change_id as "changeId", 1 as rank, c.position
         from findings f join schema_changes c on c.id = f.change_id
         where c.entity_ref = :entityRef and f.fingerprint = any(:fingerprints)
         union all
         select one->>'fingerprint', r.format, one->>'rule', one->>'severity', one->>'pointer', one->>'operation', one->>'message', null, 2, r.position
         from revisions r cross join jsonb_array_elements(r.difference->'findings') as one
         where r.entity_ref = :entityRef and one->>'fingerprint' = any(:fingerprints)
       ) as known
       order by fingerprint, rank, position desc`,
      { entityRef, fingerprints: [...fingerprints] },
    );
    return rows;
  }

  /** The acceptances that there are of these findings, by fingerprint, locked. */
  async lock(
    tx: Transaction,
    entityRef: string,
    fingerprints: readonly string[],
  ): Promise<Map<string, AcceptanceRow>> {
    // In one order for everybody, so that two who accept the same do not wait for each other.
    const rows = await tx<AcceptanceRow>('acceptances')
      .comment('AcceptanceStore.lock')
      .where({ entity_ref: entityRef })
      .whereRaw('fingerprint = any(?::text[])', [[...fingerprints]])
      .orderBy('fingerprint')
      .forUpdate();
    return new Map(rows.map(row => [row.fingerprint, row]));
  }

  /** Writes acceptances in the place of earlier ones of the same findings; given in the order of their fingerprints. */
  async put(
    tx: Transaction,
    acceptances: readonly Omit<AcceptanceRow, 'position'>[],
  ): Promise<AcceptanceRow[]> {
    return tx('acceptances')
      .comment('AcceptanceStore.put')
      .insert([...acceptances])
      .onConflict(['entity_ref', 'fingerprint'])
      .merge()
      .returning<AcceptanceRow[]>('*');
  }

  async delete(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx<AcceptanceRow>('acceptances')
      .comment('AcceptanceStore.delete')
      .whereRaw('id = any(?::uuid[])', [[...ids]])
      .delete();
  }

  /** Of these fingerprints those that are accepted now. */
  async holding(
    tx: Transaction,
    entityRef: string,
    fingerprints: readonly string[],
  ): Promise<string[]> {
    const rows = await tx<AcceptanceRow>('acceptances')
      .comment('AcceptanceStore.holding')
      .where({ entity_ref: entityRef })
      .whereRaw('fingerprint = any(?::text[])', [[...fingerprints]])
      .whereRaw('(until is null or until > now())')
      .select('fingerprint');
    return rows.map(({ fingerprint }) => fingerprint);
  }

  /**
   * What takes responsibility for these findings of an entity now: acceptances whose time has not run out, and announced or released
   * changes with the same fingerprint.
   */
  async responsible(
    entityRef: string,
    fingerprints: readonly string[],
  ): Promise<Map<string, Responsible>> {
    if (fingerprints.length === 0) return new Map();
    const { rows } = await this.knex.raw<{ rows: Responsible[] }>(
      `/* AcceptanceStore.responsible */
       select f.fingerprint, 'change' as by, c.id
       from findings f join schema_changes c on c.id = f.change_id
       where c.entity_ref = :entityRef and c.status in ('announced', 'released') and f.fingerprint = any(:fingerprints)
       union all
       select a.fingerprint, 'acceptance' as by, a.id
       from acceptances a
       where a.entity_ref = :entityRef and a.fingerprint = any(:fingerprints) and (a.until is null or a.until > now())`,
      { entityRef, fingerprints: [...fingerprints] },
    );
    return new Map(rows.map(row => [row.fingerprint, row]));
  }
}
