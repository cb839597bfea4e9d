import { FindingRow } from './tables';
import { Transaction } from './UnitOfWork';

/** Writes and reads the findings of a change. */
export class FindingStore {
  async ofChange(tx: Transaction, changeId: string): Promise<FindingRow[]> {
    return tx<FindingRow>('findings')
      .comment('FindingStore.ofChange')
      .where({ change_id: changeId })
      .orderBy('ordinal');
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
    await this.insert(tx, findings);
  }

  async insert(
    tx: Transaction,
    findings: readonly FindingRow[],
  ): Promise<void> {
    if (!findings.length) return;
    await tx('findings')
      .comment('FindingStore.insert')
      .insert([...findings]);
  }
}
