import { FindingRow } from './tables';
import { Transaction } from './UnitOfWork';

/** Reads and replaces the findings of a change; its first ones are written together with it. */
export class FindingStore {
  async ofChange(tx: Transaction, changeId: string): Promise<FindingRow[]> {
    return tx<FindingRow>('findings')
      .comment('FindingStore.ofChange')
      .where({ change_id: changeId })
      .orderBy('ordinal');
  }

  /** Of these fingerprints those that another open change to the entity has, and which one; the newest change counts. */
  async inOtherChanges(
    tx: Transaction,
    entityRef: string,
    fingerprints: readonly string[],
    except: string | null,
  ): Promise<Map<string, string>> {
    const { rows } = await tx.raw<{
      rows: { fingerprint: string; change_id: string }[];
    }>(
      `/* FindingStore.inOtherChanges */
       select f.fingerprint, f.change_id
       from findings f join schema_changes c on c.id = f.change_id
       where c.entity_ref = :entityRef and c.status in ('draft', 'announced', 'released')
         and f.fingerprint = any(:fingerprints) and f.change_id is distinct from cast(:except as uuid)
       order by c.position`,
      { entityRef, fingerprints: [...fingerprints], except },
    );
    return new Map(rows.map(row => [row.fingerprint, row.change_id]));
  }

  /** Puts these findings in the place of all there were. */
  async replace(
    tx: Transaction,
    changeId: string,
    findings: readonly FindingRow[],
  ): Promise<void> {
    await tx('findings')
      .comment('FindingStore.clear')
      .where({ change_id: changeId })
      .delete();
    if (!findings.length) return;
    await tx('findings')
      .comment('FindingStore.insert')
      .insert([...findings]);
  }
}
